import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DAY_MS } from "#lib/session/retention.ts";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { createDatabase, startPostgres, type TestPostgres } from "#tests/support/programs/postgres.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { expectProblem, openQuestion } from "../rest-session.ts";

let database: TestPostgres;
let server: TestServer;
let call: Api;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await startPostgres();
  const url = await createDatabase(database.url);
  sql = postgres(url, { max: 1 });
  server = await startServer({ env: { DATABASE_URL: url } });
  call = api(server);
});
afterAll(async () => {
  await sql?.end();
  await server?.stop();
  await database?.stop();
});

/** A session that two played to its end, so many days ago. */
async function playedSession(daysAgo: number) {
  const game = await openQuestion(call, {}, ["Ada", "Bob"]);
  await call.answer(game.pin, game.ada.token, 0, { choice: 0 });
  for (const _ of [1, 2, 3]) await call.post(`/sessions/${game.sessionId}/commands`, { command: "finish" });
  await sql`update sessions set ended_at_ms = ended_at_ms - ${daysAgo * DAY_MS} where id = ${game.sessionId}`;
  return game;
}

const names = async (sessionId: string) =>
  (await call.get<{ players: Json[] }>(`/sessions/${sessionId}/results`)).body.players?.map(
    ({ name }) => name,
  );

test("[RET1] [RET3] [RET4] what is due goes as soon as it is chosen, and nothing else does", async () => {
  const [today, lastWeek, longAgo] = [
    await playedSession(0),
    await playedSession(8),
    await playedSession(40),
  ];
  const before = (await call.get<Json>(`/sessions/${lastWeek.sessionId}/results`)).body;
  const rules = { replaceNamesAfterDays: 7, deleteSessionsAfterDays: 30 };
  expect((await call.get("/retention")).body).toEqual({
    replaceNamesAfterDays: null,
    deleteSessionsAfterDays: null,
  });
  const preview = await call.post("/retention/preview", rules);
  expect(preview.body).toEqual({
    names: { sessions: 1, players: 2 },
    deletions: { sessions: 1, players: 2 },
  });
  expect((await names(longAgo.sessionId))?.sort()).toEqual(["Ada", "Bob"]);

  expect((await call.put("/retention", rules)).body).toEqual(rules);
  await eventually(async () =>
    expectProblem(await call.get(`/sessions/${longAgo.sessionId}`), 404, "session_not_found"),
  );
  await eventually(async () => expect(await names(lastWeek.sessionId)).toEqual(["Player 1", "Player 2"]));
  expect((await names(today.sessionId))?.sort()).toEqual(["Ada", "Bob"]);
  const after = (await call.get<Json>(`/sessions/${lastWeek.sessionId}/results`)).body;
  const renamed = JSON.stringify(before).replaceAll('"Ada"', '"Player 1"').replaceAll('"Bob"', '"Player 2"');
  expect(after).toEqual(JSON.parse(renamed));
  const { players } = (await call.get<{ players: Json[] }>(`/sessions/${lastWeek.sessionId}/players`)).body;
  expect(players.map(({ name }) => name)).toEqual(["Player 1", "Player 2"]);
});

test.each([
  ["replaceNamesAfterDays", 0],
  ["replaceNamesAfterDays", 1.5],
  ["deleteSessionsAfterDays", 3_651],
  ["deleteSessionsAfterDays", "30"],
])("[RET1] %s of %s is refused beside the field", async (field, value) => {
  const rules = { replaceNamesAfterDays: null, deleteSessionsAfterDays: null, [field]: value };
  const reply = await call.put("/retention", rules);
  expectProblem(reply, 400, "bad_request");
  expect(reply.body).toMatchObject({ problems: [{ path: field }] });
});

test("[RET5] a player's data is all that is stored about them, and of nobody else", async () => {
  const { sessionId, pin, players } = await openQuestion(call, { changeAnswers: true }, ["Ada", "Bob"]);
  const [ada, bob] = players as [(typeof players)[0], (typeof players)[0]];
  await call.answer(pin, ada.token, 0, { choice: 1 });
  await call.answer(pin, bob.token, 0, { choice: 1 });
  await call.answer(pin, ada.token, 0, { choice: 0 });
  const { body } = await call.get<Json>(`/sessions/${sessionId}/players/${ada.playerId}/data`);
  expect(body).toMatchObject({
    session: { id: sessionId, title: "Capitals" },
    player: { id: ada.playerId, name: "Ada", seq: 1, removedAtMs: null, networkMark: expect.any(String) },
    answers: [
      { questionIndex: 0, answer: "Paris", response: { choice: 0 }, earlier: [{ response: { choice: 1 } }] },
    ],
  });
  expect(JSON.stringify(body)).not.toContain("Bob");
  const nobody = await call.get(`/sessions/${sessionId}/players/nobody/data`);
  expectProblem(nobody, 404, "player_not_found");
});
