import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, OPEN, openQuestion, questionOpens, quiz } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

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
    await questionOpens(call, String(pin));

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

describe("a question that has not opened", () => {
  const READING = { ...OPEN, readingMs: 60_000 };

  test("[SE13] is neither closed nor revealed by any command, and can be skipped without its key", async () => {
    const { pin, sessionId } = await call.startSession(quiz, READING);
    const command = (body: unknown) => call.post(`/sessions/${sessionId}/commands`, body);
    const started = await call.command(sessionId, "start");
    for (const name of ["close", "next"])
      for (const expectedVersion of [undefined, started.version])
        expectProblem(await command({ command: name, expectedVersion }), 409, "command_not_possible");
    expect(await call.view(pin)).toMatchObject({ version: started.version, reveal: null });

    const skipped = await command({ command: "skip" });
    expect(skipped.body).toMatchObject({ phase: { name: "question", index: 1 }, reveal: null });
    const finished = await command({ command: "finish" });
    expect(finished.body).toMatchObject({ phase: { name: "podium", asked: 1 }, reveal: null });
  });

  test("[SE12] opens for all together half a second after the host says so", async () => {
    const { pin, sessionId } = await call.startSession(quiz, READING);
    const { token } = await call.join(pin, "Ada");
    await call.command(sessionId, "start");
    const before = (await call.view(pin)).phase as { opensAtMs: number; closesAtMs: number };
    const opened = await call.command(sessionId, "open");
    const { opensAtMs, closesAtMs } = opened.phase as typeof before;
    expect(opensAtMs).toBeLessThan(before.opensAtMs);
    expect(closesAtMs - opensAtMs).toBe(before.closesAtMs - before.opensAtMs);
    await questionOpens(call, pin);
    expect((await call.answer(pin, token, 0, { choice: 0 })).body).toMatchObject({ accepted: true });
  });
});

test("[API11] a `next` that is pressed twice goes one step; one that says which step it means goes on", async () => {
  const { pin, sessionId } = await openQuestion(call, {}, ["Ada"]);
  await call.command(sessionId, "close");
  const next = (expectedVersion?: number) =>
    call.post(`/sessions/${sessionId}/commands`, { command: "next", expectedVersion });
  const [first, second] = await Promise.all([next(), next()]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  expectProblem(first.status === 409 ? first : second, 409, "doubled_command");
  const { version, phase } = await call.view(pin);
  expect(phase).toMatchObject({ name: "standings" });
  expect((await next(Number(version))).body).toMatchObject({ phase: { name: "question", index: 1 } });
});

describe("[API5] in suspense nothing tells how it went before the reveal", () => {
  test.concurrent("neither ack, own line, board nor view", async () => {
    const { pin, sessionId, ada, players } = await openQuestion(call, { reveal: "suspense" }, [
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

describe("[API7] downloads", () => {
  test.concurrent("[SEC7] no name or answer runs as a formula in a spreadsheet", async () => {
    const { pin, sessionId, players } = await openQuestion(call, {}, [
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
    expect(reply.headers.get("content-disposition")).toMatch(
      /filename="Capitals-\d{4}-\d\d-\d\d-\d{6}\.csv"/,
    );
    const csv = String(reply.body);
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(6);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    for (const start of ["+1", "@sum"]) expect(csv).toContain(`"'${start}"`);
    expect(csv).toContain('"-1"');
    expect(csv).toContain('"Ada, Jr."');
    const log = await call.get<string>(`/sessions/${sessionId}/results/answers?format=csv`);
    expect(String(log.body)).toContain(`"'=France?"`);
    expect(String(log.body).split("\r\n").filter(Boolean)).toHaveLength(6);
    const json = await call.get<{ answers: Json[] }>(`/sessions/${sessionId}/results/answers`);
    expect(json.body.answers).toHaveLength(5);

    const workbook = await fetch(`${server.url}/api/v1/sessions/${sessionId}/results?format=xlsx`, {
      headers: { authorization: `Bearer ${server.ownerApiKey}` },
    });
    expect(workbook.headers.get("content-disposition")).toMatch(/\.xlsx"/);
    const sheets = await readExcelFile(Buffer.from(await workbook.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...["Overview", "Players", "Questions", "Options", "Answers"],
    ]);
    const [, named, asked, options, given] = sheets.map(({ data }) => data);
    expect(named?.slice(1).map(([, name]) => name)).toContain('=HYPERLINK("x")');
    expect(asked?.[1]?.[1]).toContain("France?");
    expect([options?.length, given?.length]).toEqual([expect.any(Number), 6]);

    const { questions: items } = (await call.get<{ questions: Json[] }>(`/sessions/${sessionId}/statistics`))
      .body;
    expect(items[0]).toMatchObject({ index: 0, answered: 5, facility: expect.any(Number) });
    expect((await call.get(`/sessions/${sessionId}/statistics`, null)).status).toBe(401);
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
    const metrics = await server.metrics();
    expect(metrics).toMatch(/quiz_answers_total\{door="rest",result="accepted"\} [1-9]/);
    expect(metrics).toMatch(
      /quiz_http_seconds_count\{route="\/pins\/\{pin\}\/answers",method="POST",status="200"\}/,
    );
    const document = JSON.parse((await get("/api/v1/openapi.json")).text);
    expect(document.openapi).toBe("3.1.0");
    expect((await get("/docs")).text).toContain("Answer the open question");
  });
});
