import { beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json, type StartedSession } from "#tests/support/api.ts";
import { patience } from "#tests/support/patience.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { expectProblem, OPEN, openQuestion, questionOpens, quiz } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
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
    for (const pin of ["000000", "12345", "abcdef", "1".repeat(200), "..%2f..%2fquizzes"]) {
      expectProblem(await call.get(`/pins/${pin}`, null), 404, "unknown_pin");
    }
    expectProblem(await call.get("/pins/%00", null), 400, "bad_request");
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

    const { pin, sessionId } = await openQuestion(call, { lateJoin: false });
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

describe("[API2] what does not fit is refused with its place", () => {
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

test("[SUM1] a player reads their own answers, with the solution of every question that is over", async () => {
  const { pin, sessionId, ada } = await openQuestion(call, {}, ["Ada", "Bob"]);
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
  const short = { title: "Short", questions: [{ ...quiz.questions[1], timeLimitMs: patience(8_000) }] };
  const session = await call.startSession(short, { ...OPEN, extraTime: "limited" });
  const [ada, bob] = [await call.join(session.pin, "Ada"), await call.join(session.pin, "Bob")];
  const me = `/pins/${session.pin}/me`;
  expectProblem(await call.put(me, { extraTime: "unlimited" }, ada.token), 403, "extra_time_not_allowed");
  expect((await call.put(me, { extraTime: "2x" }, ada.token)).body).toMatchObject({ extraTime: "2x" });
  expect((await call.get<Json>(me, bob.token)).body).not.toHaveProperty("extraTime");
  await call.command(session.sessionId, "start");
  await questionOpens(call, session.pin);
  expectProblem(await call.put(me, { extraTime: "2x" }, bob.token), 409, "question_running");
  await eventually(async () => {
    // Only who is here is waited for.
    await call.get(me, ada.token);
    const { phase } = (await call.view(session.pin)) as { phase: Json };
    expect(phase).toMatchObject({ name: "question", waitsUntilMs: expect.any(Number) });
  });
  const late = await call.answer(session.pin, bob.token, 0, { choice: 0 });
  expect(late.body).toMatchObject({ code: "question_closed" });
  const inTime = await call.answer(session.pin, ada.token, 0, { choice: 0 });
  expect(inTime.body).toMatchObject({ accepted: true, correct: true });
  // In the second half of her own time: less than three quarters of the points, and at least half.
  expect(inTime.body.points).toBeGreaterThanOrEqual(500);
  expect(inTime.body.points).toBeLessThan(750);
  await eventually(async () => {
    expect(await call.view(session.pin)).toMatchObject({ phase: { name: "reveal" }, answered: 1 });
  });
});
