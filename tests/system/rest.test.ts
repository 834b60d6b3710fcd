import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json, type Reply, type StartedSession } from "#tests/support/api.ts";
import { png } from "#tests/support/pictures.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";

/** Every question stays open until it is closed, and opens at once. */
const OPEN = { readingMs: 0 };
const quiz = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "=France?",
      options: [{ text: "Paris", correct: true }, { text: "Lyon" }],
      timeLimitMs: 60_000,
    },
    { kind: "truefalse", prompt: "Rome is in Italy.", correct: true, timeLimitMs: 60_000 },
    { kind: "text", prompt: "Spain?", accepted: ["Madrid"], timeLimitMs: 60_000 },
  ],
};

let server: TestServer;
let call: Api;
beforeAll(async () => {
  server = await startServer();
  call = api(server);
});
afterAll(() => server?.stop());

/** A session whose first question is open. */
async function openQuestion(settings: Json = {}, names = ["Ada"]) {
  const session = await call.startSession(quiz, { ...OPEN, ...settings });
  const players = [];
  for (const name of names) players.push(await call.join(session.pin, name));
  await call.command(session.sessionId, "start");
  await questionOpens(session.pin);
  return { ...session, players, ada: players[0]! };
}

async function questionOpens(pin: string) {
  await eventually(async () => {
    const { phase, serverNowMs } = (await call.view(pin)) as { phase: Json; serverNowMs: number };
    if (phase.name !== "question" || serverNowMs < Number(phase.opensAtMs)) throw new Error("not open yet");
  });
}

function expectProblem(
  reply: { status: number; body: Json; headers: Headers },
  status: number,
  code: string,
) {
  expect(reply.body).toMatchObject({ status, code, type: `/docs#${code}` });
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(String(reply.body.detail)).toMatch(/^\S.*[.…?!]$|:/);
}

describe("[API1] a quiz from writing to results", () => {
  test("in the calls of the reference", async () => {
    const { id } = (await call.post<{ id: string }>("/quizzes", quiz)).body;
    const opened = await call.post("/sessions", { quizId: id, settings: OPEN });
    expect(opened.status).toBe(201);
    const { id: sessionId, pin, joinUrl, presenterUrl } = opened.body as Record<string, string>;
    expect(pin).toMatch(/^[1-9]\d{5}$/);
    expect(joinUrl).toMatch(new RegExp(`/join\\?pin=${pin}$`));
    expect(presenterUrl).toMatch(new RegExp(`/screen\\?pin=${pin}#key=pr\\.`));

    const ada = await call.post(`/pins/${pin}/players`, { name: "  Ada " }, null);
    expect(ada.status).toBe(201);
    expect(ada.body).toMatchObject({ sessionId, name: "Ada" });
    const token = String(ada.body.token);
    const view = await call.command(String(sessionId), "start");
    expect(view).toMatchObject({ phase: { name: "question", index: 0 }, players: 1, answered: 0 });
    await questionOpens(String(pin));

    const ack = await call.answer(String(pin), token, 0, { choice: 0 });
    expect(ack.status).toBe(200);
    expect(ack.body).toMatchObject({ accepted: true, repeat: false, correct: true, rank: 1 });
    expect(ack.body.score).toBe(ack.body.points);
    expect(await call.leaderboard(String(pin))).toEqual({
      players: 1,
      standings: [{ rank: 1, playerId: ada.body.playerId, name: "Ada", score: ack.body.score }],
      cuts: [{ rank: 1, score: ack.body.score }],
    });
    const me = await call.get(`/pins/${pin}/me`, token);
    expect(me.body).toMatchObject({
      name: "Ada",
      rank: 1,
      players: 1,
      answer: { questionIndex: 0, response: { choice: 0 } },
    });

    await call.command(String(sessionId), "finish");
    const results = await call.get(`/sessions/${sessionId}/results`);
    expect(results.body).toMatchObject({
      title: "Capitals",
      players: [{ rank: 1, name: "Ada", score: ack.body.score }],
    });
    expect((await call.get<{ sessions: Json[] }>("/sessions")).body.sessions[0]).toMatchObject({
      id: sessionId,
      players: 1,
    });
  });

  test("a quiz is written, read, sent back, and deleted", async () => {
    const created = await call.post("/quizzes", quiz);
    expect(created.status).toBe(201);
    const path = `/quizzes/${created.body.id}`;
    expect((await call.get(path)).body).toEqual(created.body);
    expect((await call.get<{ quizzes: Json[] }>("/quizzes")).body.quizzes).toContainEqual(
      expect.objectContaining({ id: created.body.id, title: "Capitals", questions: 3 }),
    );
    const replaced = await call.put(path, { ...created.body, title: "Cities" });
    expect(replaced.body).toMatchObject({
      id: created.body.id,
      title: "Cities",
      createdAtMs: created.body.createdAtMs,
    });
    expect((await call.del(path)).status).toBe(204);
    expectProblem(await call.get(path), 404, "quiz_not_found");
    expectProblem(await call.del(path), 404, "quiz_not_found");
  });
});

describe("[API2] what does not fit is refused with its place", () => {
  test("an invalid quiz tells every problem", async () => {
    const bad = {
      title: "",
      questions: [{ kind: "single", prompt: "x", options: [{ text: "a" }] }],
      color: "red",
    };
    const reply = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", bad);
    expectProblem(reply, 422, "invalid_quiz");
    expect(reply.body.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["title", "color", "questions[0].options"]),
    );
  });

  test.each([
    ["an unknown field", { name: "Ada", nickname: "A" }, "nickname"],
    ["a wrong kind", { name: 7 }, "name"],
    ["nothing", {}, "name"],
    ["a list", [], ""],
  ])("%s in a join", async (_, body, path) => {
    const { pin } = await call.startSession(quiz);
    const reply = await call.post<{ problems: { path: string }[] } & Json>(
      `/pins/${pin}/players`,
      body,
      null,
    );
    expectProblem(reply, 400, "bad_request");
    expect(reply.body.problems[0]?.path).toBe(path);
  });

  test("a body that is no JSON, of another type, empty, or much too large", async () => {
    const { pin } = await call.startSession(quiz);
    const send = async (body: string, type?: string) => {
      const headers = type ? { "content-type": type } : undefined;
      const reply = await fetch(`${server.url}/api/v1/pins/${pin}/players`, {
        method: "POST",
        body,
        headers,
      });
      return { status: reply.status, body: (await reply.json()) as Json, headers: reply.headers };
    };
    const json = "application/json";
    expectProblem(await send('{"name":', json), 400, "bad_request");
    expectProblem(await send("", json), 400, "bad_request");
    expectProblem(await send('{"name":"Ada"}', "text/plain"), 400, "bad_request");
    expectProblem(await send(JSON.stringify({ name: "x".repeat(900_000) }), json), 413, "payload_too_large");
  });

  test("an address that leads nowhere, and a limit that is none", async () => {
    expectProblem(await call.get("/nothing/here"), 404, "not_found");
    const { pin } = await call.startSession(quiz);
    for (const limit of ["0", "101", "x", "1.5"]) {
      expectProblem(await call.get(`/pins/${pin}/leaderboard?limit=${limit}`, null), 400, "bad_request");
    }
  });
});

describe("[API3] who may join", () => {
  let session: StartedSession;
  beforeAll(async () => {
    session = await call.startSession(quiz);
    await call.join(session.pin, "Ada");
  });

  test.each([
    ["taken", "Ada", 409, "name_taken"],
    ["taken, in other letters", " ＡＤＡ ", 409, "name_taken"],
    ["empty", "   ", 422, "name_empty"],
    ["60 characters", "x".repeat(60), 422, "name_too_long"],
    ["invisible", "\u200b\u200b", 422, "name_not_allowed"],
    ["written from right to left by force", "\u202eadA", 422, "name_not_allowed"],
    ["a zero byte", "A\u0000da", 422, "name_not_allowed"],
  ])("a name that is %s", async (_, name, status, code) => {
    expectProblem(await call.post(`/pins/${session.pin}/players`, { name }, null), status, code);
  });

  test("names of any language, emoji, and what looks like code", async () => {
    for (const name of ["Åsa", "李雷", "👩‍👩‍👧 Team", "<script>alert(1)", "'; drop table--", "=1+1"]) {
      expect((await call.post(`/pins/${session.pin}/players`, { name }, null)).body).toMatchObject({ name });
    }
  });

  test("[NM5] a look is chosen at the door, and shown where the player is", async () => {
    const asked = { name: "Lan", avatar: "2301" };
    const { body } = await call.post<{ token: string }>(`/pins/${session.pin}/players`, asked, null);
    const lan = (await call.get<Json>(`/pins/${session.pin}/me`, body.token)).body;
    expect(lan).toMatchObject(asked);
    const { standings } = (
      await call.get<{ standings: Json[] }>(`/pins/${session.pin}/leaderboard?limit=100`, null)
    ).body;
    expect(standings.find(({ name }) => name === "Lan")).toMatchObject(asked);
    expect(standings.find(({ name }) => name === "Ada")).not.toHaveProperty("avatar");
    const odd = { name: "Odd", avatar: "<svg>" };
    expectProblem(await call.post(`/pins/${session.pin}/players`, odd, null), 400, "bad_request");
  });

  test("a wrong PIN, in any form", async () => {
    for (const pin of ["000000", "12345", "abcdef", "1".repeat(200), "%00", "..%2f..%2fquizzes"]) {
      expectProblem(await call.get(`/pins/${pin}`, null), 404, "unknown_pin");
    }
    expectProblem(await call.post("/pins/000000/players", { name: "Ada" }, null), 404, "unknown_pin");
  });

  test("a locked lobby, a full session, a started one without late joiners, an ended one", async () => {
    const join = (pin: string, name = "Eve") => call.post(`/pins/${pin}/players`, { name }, null);
    const locked = await call.startSession(quiz);
    await call.command(locked.sessionId, "lock");
    expectProblem(await join(locked.pin), 423, "session_locked");
    await call.command(locked.sessionId, "unlock");
    expect((await join(locked.pin)).status).toBe(201);

    const full = await call.startSession(quiz, { maxPlayers: 1 });
    await call.join(full.pin, "Ada");
    expectProblem(await join(full.pin), 409, "session_full");

    const { pin, sessionId } = await openQuestion({ lateJoin: false });
    expectProblem(await join(pin), 409, "late_join_closed");
    await call.command(sessionId, "finish");
    expectProblem(await join(pin), 410, "session_ended");
  });

  test("a join sent twice with its key makes one player", async () => {
    const body = { name: "Grace", joinKey: "a-secret-of-this-browser" };
    const [first, second] = [
      await call.post(`/pins/${session.pin}/players`, body, null),
      await call.post(`/pins/${session.pin}/players`, body, null),
    ];
    expect(second.body.playerId).toBe(first.body.playerId);
  });
});

describe("[API4] which answers count", () => {
  test.concurrent("one per question; a second gets the first outcome back", async () => {
    const { pin, ada } = await openQuestion();
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
    const { pin, ada } = await openQuestion();
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
    const { pin, sessionId, ada } = await openQuestion({}, ["Ada", "Grace"]);
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
    const { pin, sessionId, ada } = await openQuestion({}, ["Ada", "Grace"]);
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

test("[SUM1] a player reads their own answers, with the solution of every question that is over", async () => {
  const { pin, sessionId, ada } = await openQuestion({}, ["Ada", "Bob"]);
  const mine = `/pins/${pin}/me/answers`;
  await call.answer(pin, ada.token, 0, { choice: 1 });
  expect((await call.get<{ questions: Json[] }>(mine, ada.token)).body.questions).toEqual([]);
  await call.command(sessionId, "close");
  expect((await call.get(mine, ada.token)).body).toEqual({
    title: "Capitals",
    questions: [
      {
        question: expect.objectContaining({
          prompt: "=France?",
          options: [{ text: "Paris" }, { text: "Lyon" }],
        }),
        reveal: { key: { choices: [0] }, voided: false, result: null },
        answer: { questionIndex: 0, response: { choice: 1 }, correct: false, points: 0, fraction: 0 },
      },
    ],
  });
  await call.command(sessionId, "finish");
  const { questions } = (await call.get<{ questions: Json[] }>(mine, ada.token)).body;
  expect(questions).toHaveLength(1);
  expectProblem(await call.get(mine, null), 401, "not_joined");
});

test("[XT1] [XT2] [XT4] a player with more time answers after the close, and the room waits for them", async () => {
  const short = { title: "Short", questions: [{ ...quiz.questions[1], timeLimitMs: 3_000 }] };
  const session = await call.startSession(short, { ...OPEN, extraTime: "limited" });
  const [ada, bob] = [await call.join(session.pin, "Ada"), await call.join(session.pin, "Bob")];
  const me = `/pins/${session.pin}/me`;
  expectProblem(await call.put(me, { extraTime: "unlimited" }, ada.token), 403, "extra_time_not_allowed");
  expect((await call.put(me, { extraTime: "2x" }, ada.token)).body).toMatchObject({ extraTime: "2x" });
  expect((await call.get<Json>(me, bob.token)).body).not.toHaveProperty("extraTime");
  await call.command(session.sessionId, "start");
  await questionOpens(session.pin);
  expectProblem(await call.put(me, { extraTime: "2x" }, bob.token), 409, "question_running");
  await eventually(async () => {
    const { phase } = (await call.view(session.pin)) as { phase: Json };
    expect(phase).toMatchObject({ name: "question", waitsUntilMs: expect.any(Number) });
  });
  const late = await call.answer(session.pin, bob.token, 0, { choice: 0 });
  expect(late.body).toMatchObject({ code: "question_closed" });
  const inTime = await call.answer(session.pin, ada.token, 0, { choice: 0 });
  expect(inTime.body).toMatchObject({ accepted: true, correct: true });
  // Between 3.5 and 6 of 6 seconds of her own: less than three quarters of the points, and at least half.
  expect(inTime.body.points).toBeGreaterThanOrEqual(500);
  expect(inTime.body.points).toBeLessThan(750);
  await eventually(async () => {
    expect(await call.view(session.pin)).toMatchObject({ phase: { name: "reveal" }, answered: 1 });
  });
});

describe("[API5] in suspense nothing tells how it went before the reveal", () => {
  test.concurrent("neither ack, own line, board nor view", async () => {
    const { pin, sessionId, ada, players } = await openQuestion({ reveal: "suspense" }, [
      "Ada",
      "Grace",
      "Lin",
    ]);
    // Lin polls and does not answer, so the question stays open.
    await call.get(`/pins/${pin}/me`, players[2]!.token);
    const ack = await call.answer(pin, ada.token, 0, { choice: 0 });
    expect(ack.body).toEqual({ accepted: true, repeat: false, questionIndex: 0, score: 0 });
    await call.answer(pin, players[1]!.token, 0, { choice: 1 });
    expect((await call.leaderboard(pin)).standings.map(({ score }) => score)).toEqual([0, 0, 0]);
    expect((await call.get(`/pins/${pin}/me`, ada.token)).body).toMatchObject({ score: 0, streak: 0 });
    const view = JSON.stringify(await call.view(pin));
    expect(view).not.toContain('"correct":true');
    await call.command(sessionId, "close");
    expect((await call.leaderboard(pin)).standings[0]).toMatchObject({ name: "Ada", rank: 1 });
    expect((await call.leaderboard(pin)).standings[0]?.score).toBeGreaterThan(0);
  });
});

describe("[SEC1] identifiers that travel are no credentials", () => {
  test.concurrent("a host's calls want a host's key", async () => {
    const { pin, sessionId, ada, presenterUrl, quizId } = await openQuestion();
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
    const { pin, ada, presenterUrl } = await openQuestion();
    const other = await openQuestion({}, ["Mallory"]);
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
    const { sessionId, presenterUrl } = await openQuestion();
    const other = await openQuestion();
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
    const { pin, sessionId, ada } = await openQuestion();
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

describe("[API6] commands", () => {
  test("unknown ones, wrong phases, and decisions on an old view are refused", async () => {
    const { pin, sessionId } = await call.startSession(quiz, OPEN);
    const command = (body: unknown) => call.post(`/sessions/${sessionId}/commands`, body);
    expectProblem(await command({ command: "explode" }), 400, "bad_request");
    expectProblem(await command({ command: "start", extra: 1 }), 400, "bad_request");
    expectProblem(await command({ command: "addTime", ms: -5 }), 400, "bad_request");
    expectProblem(await command({ command: "close" }), 409, "command_not_possible");
    expectProblem(await command({ command: "kick", playerId: "nobody" }), 404, "player_not_found");
    expect((await command({ command: "start", expectedVersion: 1 })).status).toBe(200);
    expectProblem(await command({ command: "close", expectedVersion: 1 }), 409, "stale_command");
    expect(await call.view(pin)).toMatchObject({ phase: { name: "question", index: 0 } });
    expectProblem(await call.post("/sessions/nope/commands", { command: "start" }), 404, "session_not_found");
    expectProblem(await call.post("/sessions", { quizId: "nope" }), 404, "quiz_not_found");
    const unknown = await call.post("/sessions", { quizId: "nope", settings: { speed: "fast" } });
    expectProblem(unknown, 400, "bad_request");
  });
});

describe("[API7] downloads", () => {
  test.concurrent("[SEC7] no name or answer runs as a formula in a spreadsheet", async () => {
    const { pin, sessionId, players } = await openQuestion({}, [
      '=HYPERLINK("x")',
      "+1",
      "-1",
      "@sum",
      "Ada, Jr.",
    ]);
    for (const { token } of players) await call.answer(pin, token, 0, { choice: 0 });
    await call.command(sessionId, "finish");
    const reply = await call.get<string>(`/sessions/${sessionId}/results?format=csv`);
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(reply.headers.get("content-disposition")).toContain('filename="Capitals.csv"');
    const csv = String(reply.body);
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(6);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    for (const start of ["+1", "-1", "@sum"]) expect(csv).toContain(`"'${start}"`);
    expect(csv).toContain('"Ada, Jr."');
    const log = await call.get<string>(`/sessions/${sessionId}/results/answers?format=csv`);
    expect(String(log.body)).toContain(`"'=France?"`);
    expect(String(log.body).split("\r\n").filter(Boolean)).toHaveLength(6);
    const json = await call.get<{ answers: Json[] }>(`/sessions/${sessionId}/results/answers`);
    expect(json.body.answers).toHaveLength(5);
  });
});

describe("[OPS1] the server about itself", () => {
  test("health, readiness, metrics, the reference", async () => {
    const get = async (path: string) => {
      const reply = await fetch(`${server.url}${path}`);
      return { status: reply.status, text: await reply.text(), type: reply.headers.get("content-type") };
    };
    expect(JSON.parse((await get("/healthz")).text)).toMatchObject({
      status: "ok",
      bootId: expect.any(String),
    });
    expect(JSON.parse((await get("/readyz")).text)).toMatchObject({
      ready: true,
      postgres: "ok",
      redis: "unused",
    });
    const metrics = await get("/metrics");
    expect(metrics.type).toContain("text/plain");
    expect(metrics.text).toMatch(/quiz_answers_total\{door="rest",result="accepted"\} [1-9]/);
    expect(metrics.text).toMatch(
      /quiz_http_seconds_count\{route="\/pins\/\{pin\}\/answers",method="POST",status="200"\}/,
    );
    const document = JSON.parse((await get("/api/v1/openapi.json")).text);
    expect(document.openapi).toBe("3.1.0");
    expect((await get("/docs")).text).toContain("Answer the open question");
  });
});

/** Last: it uses up the guesses of this address. */
describe("[SEC8] PINs cannot be tried out", () => {
  test("hundreds of wrong ones are stopped; whoever has joined is not", async () => {
    const { pin, ada } = await openQuestion();
    const codes = new Set<unknown>();
    for (let i = 0; i < 140; i++)
      codes.add((await call.get(`/pins/${String(i).padStart(6, "0")}`, null)).body.code);
    expect([...codes]).toEqual(["unknown_pin", "too_many_requests"]);
    const blocked = await call.get(`/pins/${pin}`, null);
    expectProblem(blocked, 429, "too_many_requests");
    expect(blocked.headers.get("retry-after")).toBe("60");
    expect((await call.get(`/pins/${pin}`, ada.token)).status).toBe(200);
    expect((await call.answer(pin, ada.token, 0, { choice: 0 })).status).toBe(200);
  });
});

describe("[MD6] pictures, sounds and films", () => {
  const upload = (bytes: Uint8Array, token: string | null = server.ownerApiKey) =>
    fetch(`${server.url}/api/v1/media`, {
      method: "POST",
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      body: new Uint8Array(bytes),
    });

  test("are stored by a host, shown in a question, and loaded by anybody", async () => {
    const picture = png(64, 48);
    const stored = await upload(picture);
    expect(stored.status).toBe(201);
    const { id, ...facts } = (await stored.json()) as { id: string };
    expect(facts).toEqual({
      type: "image",
      contentType: "image/png",
      width: 64,
      height: 48,
      url: `/api/v1/media/${id}`,
    });

    const loaded = await fetch(`${server.url}/api/v1/media/${id}`);
    expect(loaded.status).toBe(200);
    expect(loaded.headers.get("content-type")).toBe("image/png");
    expect(loaded.headers.get("cache-control")).toContain("immutable");
    expect(loaded.headers.get("x-content-type-options")).toBe("nosniff");
    expect(loaded.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Buffer.from(await loaded.arrayBuffer()).equals(picture)).toBe(true);
    const part = await fetch(`${server.url}/api/v1/media/${id}`, { headers: { range: "bytes=0-7" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([
      206,
      `bytes 0-7/${picture.byteLength}`,
    ]);

    const { sessionId } = await call.startSession(
      {
        title: "Pictures",
        questions: [
          {
            kind: "single",
            prompt: "What is this?",
            media: { id, alt: "A blue field" },
            options: [{ image: { id, alt: "The sky" }, correct: true }, { text: "The sea" }],
          },
        ],
      },
      OPEN,
    );
    await call.command(sessionId, "start");
    expect((await call.get(`/sessions/${sessionId}`)).body.question).toMatchObject({
      media: { id, type: "image", alt: "A blue field", width: 64, height: 48 },
      options: [{ text: "", image: { id, alt: "The sky", width: 64, height: 48 } }, { text: "The sea" }],
    });
  });

  test("are refused without a host, as anything else, and above their size", async () => {
    expect((await upload(png(2, 2), null)).status).toBe(401);
    const svg = await upload(Buffer.from("<svg onload='alert(1)'/>"));
    expect([svg.status, ((await svg.json()) as Json).code]).toEqual([415, "unsupported_media"]);
    const large = await upload(Buffer.concat([png(2, 2), Buffer.alloc(8 * 1024 * 1024)]));
    expect([large.status, ((await large.json()) as Json).code]).toEqual([413, "payload_too_large"]);
    expectProblem(await call.get("/media/0123456789abcdefghij-2x2.png", null), 404, "media_not_found");
    expectProblem(await call.get("/media/..%2F..%2Fetc", null), 404, "media_not_found");
    const reply = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", {
      title: "No alt",
      questions: [
        {
          kind: "poll",
          prompt: "?",
          media: { id: "0123456789abcdefghij-2x2.png" },
          options: [{ text: "a" }, {}],
        },
      ],
    });
    expectProblem(reply, 422, "invalid_quiz");
    expect(reply.body.problems.map(({ path }) => path).sort()).toEqual([
      "questions[0].media.alt",
      "questions[0].options[1].text",
    ]);
  });

  test("[MD7] [TH5] a quiz or a look that names a file which is not among its host's is refused, with the place", async () => {
    const { id } = (await (await upload(png(8, 6))).json()) as { id: string };
    const foreign = "0123456789abcdefghij-2x2.png";
    const showing = (image: string) => ({
      title: "Whose picture?",
      questions: [
        {
          kind: "poll",
          prompt: "Which?",
          media: { id, alt: "Mine" },
          options: [{ text: "a" }, { image: { id: image, alt: "Not mine" } }],
        },
      ],
    });
    const refused = await call.post<{ problems: { path: string }[] } & Json>("/quizzes", showing(foreign));
    expectProblem(refused, 422, "invalid_quiz");
    expect(refused.body.problems.map(({ path }) => path)).toEqual(["questions[0].options[1].image.id"]);

    const stored = await call.post<{ id: string }>("/quizzes", showing(id));
    expect(stored.status).toBe(201);
    expectProblem(await call.put(`/quizzes/${stored.body.id}`, showing(foreign)), 422, "invalid_quiz");
    expect((await call.get(`/quizzes/${stored.body.id}`)).body).toMatchObject(showing(id));

    const start = (logo: string, background: string) =>
      call.post<{ pin: string; problems: { path: string }[] } & Json>("/sessions", {
        quizId: stored.body.id,
        settings: { room: { logo: { id: logo, alt: "Our mark" }, background: { id: background } } },
      });
    const elsewhere = await start(id, foreign);
    expectProblem(elsewhere, 404, "media_not_found");
    expect(elsewhere.body.problems.map(({ path }) => path)).toEqual(["settings.room.background.id"]);
    const opened = await start(id, id);
    expect(opened.status).toBe(201);
    expect((await call.view(opened.body.pin)).room).toEqual({
      theme: "theater",
      logo: { id, alt: "Our mark", ground: "light", width: 8, height: 6 },
      background: id,
    });
  });
});
