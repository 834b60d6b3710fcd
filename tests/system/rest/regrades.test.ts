import { beforeAll, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { connect } from "#tests/support/socket.ts";
import { expectProblem, openQuestion, questionCounted } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

interface Outcome extends Json {
  id: string | null;
  version: number;
  before: { name: string; rank: number }[];
  after: { name: string; rank: number }[];
  moved: { name: string; rank: [number, number]; score: [number, number] }[];
}

test("[RG1] [RG4] [RG5] [RG8] a regrade changes the winner on phone, board, results and CSV, and undone all is as before", async () => {
  const { pin, sessionId, players } = await openQuestion(call, {}, ["Ada", "Ben"]);
  const [ada, ben] = [players[0]!, players[1]!];
  const address = `/sessions/${sessionId}/regrades`;
  const change = {
    changes: [{ questionIndex: 0, key: { choices: [1] } }],
    reason: "It was Lyon once.",
  };
  expectProblem(await call.post(address, change), 409, "question_running");
  await call.answer(pin, ada.token, 0, { choice: 0 });
  await call.answer(pin, ben.token, 0, { choice: 1 });
  await questionCounted(call, pin);
  const results = async () => (await call.get(`/sessions/${sessionId}/results`)).body;
  const before = await results();
  const socket = await connect(server, { pin, token: ben.token, as: "player" });
  await socket.next("welcome");

  const preview = await call.post<Outcome>(address, { ...change, reason: "", preview: true });
  expect(preview.body).toMatchObject({
    id: null,
    before: [
      { name: "Ada", rank: 1 },
      { name: "Ben", rank: 2 },
    ],
    after: [
      { name: "Ben", rank: 1 },
      { name: "Ada", rank: 2 },
    ],
    moved: [
      { name: "Ben", rank: [2, 1] },
      { name: "Ada", rank: [1, 2] },
    ],
  });
  expect(await results()).toEqual(before);

  const { version } = preview.body;
  const done = await call.post<Outcome>(address, { ...change, expectedVersion: version });
  expect(done.status).toBe(200);
  expect(done.body).toMatchObject({ id: expect.any(String), moved: preview.body.moved });
  expectProblem(await call.post(address, { ...change, expectedVersion: version }), 409, "stale_command");

  const you = await socket.next("you", (message) => (message.you as Json).rank === 1);
  expect(you).toMatchObject({ you: { answer: { correct: true }, correctCount: 1 } });
  const view = await call.view(pin);
  expect(view).toMatchObject({
    phase: { name: "reveal", settled: true },
    reveal: {
      key: { choices: [1] },
      result: {
        answered: 2,
        correct: 1,
        bars: [
          { correct: false, count: 1 },
          { correct: true, count: 1 },
        ],
      },
    },
  });
  expect(await call.leaderboard(pin)).toMatchObject({
    standings: [{ name: "Ben" }, { name: "Ada", score: 0 }],
  });
  expect(await results()).toMatchObject({
    players: [
      { name: "Ben", rank: 1 },
      { name: "Ada", score: 0 },
    ],
    questions: [{ key: { choices: [1] }, correct: 1 }, {}, {}],
  });
  const csv = await call.get(`/sessions/${sessionId}/results?format=csv`);
  expect(String(csv.body)).toMatch(/"?1"?,"?Ben/);

  const kept = await call.get<{ regrades: Json[] }>(address);
  expect(kept.body.regrades).toMatchObject([
    {
      id: done.body.id,
      reason: change.reason,
      changes: change.changes,
      undone: null,
      by: { name: expect.any(String) },
    },
  ]);
  const undone = await call.del(`${address}/${done.body.id}`);
  expect(undone.status).toBe(200);
  expect(await results()).toEqual(before);
  expect(await call.leaderboard(pin)).toMatchObject({ standings: [{ name: "Ada" }, { name: "Ben" }] });
  expectProblem(await call.del(`${address}/${done.body.id}`), 409, "command_not_possible");
  await socket.close();
});

test("[RG2] [RG3] [RG6] what does not fit is refused in a sentence, and strangers are", async () => {
  const { sessionId, pin, ada } = await openQuestion(call);
  await call.answer(pin, ada.token, 0, { choice: 0 });
  await call.command(sessionId, "finish");
  const regrade = (body: unknown, token?: string | null) =>
    call.post(`/sessions/${sessionId}/regrades`, body, token);
  const why = { reason: "Why not", preview: true };
  expectProblem(await regrade({ ...why, changes: [] }), 400, "bad_request");
  expectProblem(await regrade({ ...why, changes: [{ questionIndex: 0 }] }), 400, "bad_request");
  expectProblem(await regrade({ changes: [{ questionIndex: 0, void: true }] }), 400, "bad_request");
  const far = await regrade({ ...why, changes: [{ questionIndex: 0, key: { choices: [5] } }] });
  expectProblem(far, 400, "bad_request");
  expect(far.body.detail).toMatch(/^Question 1: .*n from 0 to 1/);
  expectProblem(
    await regrade({ ...why, changes: [{ questionIndex: 0, accept: "Paris" }] }),
    400,
    "bad_request",
  );
  expectProblem(
    await regrade({ ...why, changes: [{ questionIndex: 2, void: true }] }),
    409,
    "command_not_possible",
  );
  expectProblem(await regrade({ ...why, profile: "accuracy" }, ada.token), 403, "forbidden");
  expectProblem(await regrade({ ...why, profile: "accuracy" }, null), 401, "unauthenticated");
  expect((await regrade({ ...why, profile: "accuracy" })).body).toMatchObject({
    after: [{ name: "Ada", score: 1_000 }],
  });
  expectProblem(await call.del(`/sessions/${sessionId}/regrades/nobody`), 404, "not_found");
});
