import { beforeAll, expect, test } from "vitest";
import { receiptSchema } from "#lib/record/entries.ts";
import { fileLines } from "#lib/record/file-lines.ts";
import { verifyReceipt, verifyRecord } from "#lib/record/verify-record.ts";
import { type Api, api } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, openQuestion } from "../rest-session.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

test("[REC1] [REC2] [REC4] the record and the receipts of a game that was regraded fit each other", async () => {
  const { pin, sessionId, players } = await openQuestion(call, {}, ["Ada", "Ben", "Cid"]);
  const record = () => call.get(`/sessions/${sessionId}/record`);
  expectProblem(await record(), 409, "command_not_possible");
  expectProblem(await call.get(`/pins/${pin}/me/receipt`, players[0]!.token), 409, "command_not_possible");
  for (const [i, { token }] of players.entries()) await call.answer(pin, token, 0, { choice: i % 2 });
  await call.command(sessionId, "finish");
  await call.command(sessionId, { command: "kick", playerId: players[2]!.playerId });

  const receipt = receiptSchema.parse((await call.get(`/pins/${pin}/me/receipt`, players[1]!.token)).body);
  expect(receipt).toMatchObject({ name: "Ben", answers: [{ questionIndex: 0, response: { choice: 1 } }] });
  const change = { changes: [{ questionIndex: 0, key: { choices: [1] } }], reason: "It was Lyon." };
  expect((await call.post(`/sessions/${sessionId}/regrades`, change)).status).toBe(200);

  const reply = await record();
  expect(reply.headers.get("content-type")).toMatch("application/x-ndjson");
  expect(reply.headers.get("content-disposition")).toMatch(/record\.ndjson/);
  const { problems, root, standings, read } = await verifyRecord(
    fileLines([new TextEncoder().encode(String(reply.body))]),
  );
  expect(problems).toEqual([]);
  expect(root).toBe(receipt.root);
  expect(verifyReceipt(read!, receipt)).toEqual([]);
  expect(read!.steps.map(({ phase }) => phase.name)).toContain("question");
  const { body } = await call.get<{ players: { name: string; score: number; rank: number }[] }>(
    `/sessions/${sessionId}/results`,
  );
  expect(standings).toEqual(body.players.map(({ rank, name, score }) => ({ rank, name, score })));
  expect(standings[0]).toMatchObject({ name: "Ben", rank: 1 });

  expectProblem(await call.get(`/sessions/${sessionId}/record`, null), 401, "unauthenticated");
  expectProblem(await call.get(`/sessions/${sessionId}/record`, players[0]!.token), 403, "forbidden");
});
