import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json, type Reply } from "#tests/support/api.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { expectProblem, openQuestion, quiz } from "../rest-session.ts";

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer({ env: { TRUSTED_PROXIES: "1" } });
  call = api(server);
});
afterAll(() => server?.stop());

describe("[API4] which answers count", () => {
  test.concurrent("one per question; a second gets the first outcome back", async () => {
    const { pin, ada } = await openQuestion(call);
    const first = await call.answer(pin, ada.token, 0, { choice: 0 });
    const second = await call.answer(pin, ada.token, 0, { choice: 1 });
    expect(second.body).toMatchObject({
      accepted: true,
      repeat: true,
      correct: true,
      points: first.body.points,
      score: first.body.score,
    });
  });

  test.concurrent("one that does not fit is refused and stores nothing", async () => {
    const { pin, ada } = await openQuestion(call);
    const misfits = [
      { choice: 2 },
      { choice: -1 },
      { choice: 0.5 },
      { text: "Paris" },
      { choice: 0, text: "Paris" },
      {},
      "Paris",
      null,
    ];
    for (const response of misfits) {
      expectProblem(await call.answer(pin, ada.token, 0, response), 422, "invalid_response");
    }
    expectProblem(await call.answer(pin, ada.token, 0, undefined), 400, "bad_request");
    expect((await call.answer(pin, ada.token, 0, { choice: 0 })).body).toMatchObject({ repeat: false });
  });

  test.concurrent("only to the question that is open", async () => {
    const { pin, sessionId, ada } = await openQuestion(call, {}, ["Ada", "Grace"]);
    expectProblem(await call.answer(pin, ada.token, 1, { choice: 0 }), 409, "wrong_question");
    expectProblem(await call.answer(pin, ada.token, 99, { choice: 0 }), 409, "wrong_question");
    expectProblem(await call.answer(pin, ada.token, -1, { choice: 0 }), 400, "bad_request");
    await call.command(sessionId, "pause");
    expectProblem(await call.answer(pin, ada.token, 0, { choice: 0 }), 409, "session_paused");
    await call.command(sessionId, "resume");
    await call.command(sessionId, "close");
    expectProblem(await call.answer(pin, ada.token, 0, { choice: 0 }), 409, "question_closed");
    await call.command(sessionId, "finish");
    await call.command(sessionId, "next").catch(() => {});
    expect((await call.answer(pin, ada.token, 0, { choice: 0 })).status).toBeGreaterThanOrEqual(409);
  });

  test.concurrent("before the start there is no question, and while it is read it is not open", async () => {
    const { pin, sessionId } = await call.startSession(quiz, { readingMs: 5_000 });
    const ada = await call.join(pin, "Ada");
    expectProblem(await call.answer(pin, ada.token, 0, { choice: 0 }), 409, "no_open_question");
    await call.command(sessionId, "start");
    expectProblem(await call.answer(pin, ada.token, 0, { choice: 0 }), 409, "question_not_open");
  });

  test.concurrent("none of a removed player, who is off the board and back when restored", async () => {
    const { pin, sessionId, ada } = await openQuestion(call, {}, ["Ada", "Grace"]);
    await call.answer(pin, ada.token, 0, { choice: 0 });
    await call.command(sessionId, { command: "kick", playerId: ada.playerId });
    expectProblem(await call.answer(pin, ada.token, 0, { choice: 0 }), 403, "player_removed");
    expectProblem(await call.get(`/pins/${pin}/me`, ada.token), 403, "player_removed");
    expect((await call.leaderboard(pin)).standings.map(({ name }) => name)).toEqual(["Grace"]);
    const roster = await call.get<{ players: Json[] }>(`/sessions/${sessionId}/players`);
    expect(roster.body.players.map(({ name, removed }) => [name, removed])).toEqual([
      ["Ada", true],
      ["Grace", false],
    ]);
    await call.command(sessionId, { command: "restore", playerId: ada.playerId });
    expect((await call.get(`/pins/${pin}/me`, ada.token)).status).toBe(200);
  });
});

describe("[SEC1] identifiers that travel are no credentials", () => {
  test.concurrent("a host's calls want a host's key", async () => {
    const { pin, sessionId, ada, presenterUrl, quizId } = await openQuestion(call);
    const key = presenterUrl.split("#key=")[1] ?? "";
    const calls: ((token: string | null) => Promise<Reply>)[] = [
      (token) => call.post(`/sessions/${sessionId}/commands`, { command: "finish" }, token),
      (token) => call.get(`/sessions/${sessionId}/results`, token),
      (token) => call.get(`/sessions/${sessionId}/players`, token),
      (token) => call.get(`/quizzes/${quizId}`, token),
      (token) => call.put(`/quizzes/${quizId}`, quiz, token),
      (token) => call.del(`/quizzes/${quizId}`, token),
      (token) => call.post("/sessions", { quizId }, token),
    ];
    for (const attempt of calls) {
      expectProblem(await attempt(null), 401, "unauthenticated");
      expectProblem(await attempt(ada.token), 403, "forbidden");
      expectProblem(await attempt(key), 403, "forbidden");
      for (const id of [sessionId, quizId, ada.playerId, pin])
        expectProblem(await attempt(id), 401, "bad_token");
    }
    expect(await call.view(pin)).toMatchObject({ phase: { name: "question" } });
  });

  test.concurrent("a player's calls want that player's token, of that session", async () => {
    const { pin, ada, presenterUrl } = await openQuestion(call);
    const other = await openQuestion(call, {}, ["Mallory"]);
    const tampered = ada.token.replace(ada.playerId, other.ada.playerId);
    const foreign = [
      other.ada.token,
      tampered,
      ada.playerId,
      ada.sessionId,
      presenterUrl.split("#key=")[1] ?? "",
      server.ownerApiKey,
    ];
    for (const token of foreign) {
      expectProblem(await call.answer(pin, token, 0, { choice: 0 }), 401, "bad_token");
      expectProblem(await call.get(`/pins/${pin}/me`, token), 401, "bad_token");
    }
    const nobody = await call.post(
      `/pins/${pin}/answers`,
      { questionIndex: 0, response: { choice: 0 } },
      null,
    );
    expectProblem(nobody, 401, "not_joined");
    expect(await call.view(pin)).toMatchObject({ answered: 0 });
  });

  test.concurrent("a presenter's key reads the session and nothing else", async () => {
    const { sessionId, presenterUrl } = await openQuestion(call);
    const other = await openQuestion(call);
    const key = presenterUrl.split("#key=")[1] ?? "";
    const read = await call.get(`/sessions/${sessionId}`, key);
    expect(read.body).toMatchObject({ id: sessionId, phase: { name: "question" } });
    expect(JSON.stringify(read.body)).not.toContain(key);
    expectProblem(await call.get(`/sessions/${other.sessionId}`, key), 403, "forbidden");
    const own = await call.get(`/sessions/${sessionId}`);
    expect(own.body).toMatchObject({
      presenterUrl,
      settings: { reveal: "instant", maxPlayers: 20_000 },
      locked: false,
    });
  });
});

describe("[SEC3] a cookie alone changes nothing from another site", () => {
  test.concurrent("an answer by cookie needs our own page", async () => {
    const { pin, sessionId, ada } = await openQuestion(call);
    const answer = async (headers: Record<string, string>) => {
      const reply = await fetch(`${server.url}/api/v1/pins/${pin}/answers`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          cookie: `ovation_player_${sessionId}=${ada.token}`,
          ...headers,
        },
        body: JSON.stringify({ questionIndex: 0, response: { choice: 0 } }),
      });
      return { status: reply.status, body: (await reply.json()) as Json, headers: reply.headers };
    };
    expectProblem(await answer({}), 403, "bad_origin");
    expectProblem(await answer({ origin: "https://evil.example" }), 403, "bad_origin");
    expectProblem(await answer({ origin: server.url, "sec-fetch-site": "cross-site" }), 403, "bad_origin");
    expect((await answer({ origin: server.url, "sec-fetch-site": "same-origin" })).status).toBe(200);
  });
});

describe("[SEC8] PINs cannot be tried out", () => {
  test.concurrent("hundreds of wrong ones are stopped; a player who has joined is not", async () => {
    const { pin, ada } = await openQuestion(call);
    // Somewhere else than the room, which its own address would still find [SEC20].
    const ask = async (path: string, token: string | null = null, body?: object) => {
      const reply = await fetch(`${server.url}/api/v1/pins/${path}`, {
        method: body ? "POST" : "GET",
        headers: {
          "x-forwarded-for": "198.51.100.20",
          "content-type": "application/json",
          connection: "close",
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: reply.status, body: (await reply.json()) as Json, headers: reply.headers };
    };
    const codes: unknown[] = [];
    for (let i = 0; i < 140; i++) codes.push((await ask(String(i).padStart(6, "0"))).body.code);
    expect([...new Set(codes)]).toEqual(["unknown_pin", "too_many_requests"]);
    const blocked = await ask(pin);
    expectProblem(blocked, 429, "too_many_requests");
    expect(blocked.headers.get("retry-after")).toBe("60");
    expect((await ask(pin, ada.token)).status).toBe(200);
    const answer = { questionIndex: 0, response: { choice: 0 } };
    expect((await ask(`${pin}/answers`, ada.token, answer)).status).toBe(200);
  });
});
