import { beforeAll, expect, test } from "vitest";
import { type Api, api, type Json } from "#tests/support/api.ts";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { expectProblem, openQuestion, questionCounted } from "../rest-session.ts";
import { startGame } from "../socket-game.ts";

let server: SharedServer;
let call: Api;
beforeAll(async () => {
  server = await sharedServer();
  call = api(server);
});

test("[DEL1] a session that is over is deleted with its results, and its quiz stays", async () => {
  const { sessionId, quizId, pin, ada } = await openQuestion(call);
  await call.answer(pin, ada.token, 0, { choice: 0 });
  for (const _ of [1, 2, 3]) await call.post(`/sessions/${sessionId}/commands`, { command: "finish" });
  expect((await call.get(`/sessions/${sessionId}/results`)).status).toBe(200);
  expect((await call.del(`/sessions/${sessionId}`)).status).toBe(204);
  for (const path of ["", "/results", "/results/answers", "/players", "/race"])
    expectProblem(await call.get(`/sessions/${sessionId}${path}`), 404, "session_not_found");
  expectProblem(await call.get(`/pins/${pin}/me/answers`, ada.token), 404, "unknown_pin");
  expectProblem(await call.del(`/sessions/${sessionId}`), 404, "session_not_found");
  const { sessions } = (await call.get<{ sessions: { id: string }[] }>("/sessions")).body;
  expect(sessions.map(({ id }) => id)).not.toContain(sessionId);
  expect((await call.get(`/quizzes/${quizId}`)).status).toBe(200);
});

test("[DEL2] a session that is being played ends with it, and every screen is told", async () => {
  const game = await startGame(server, ["Ada", "Bob"]);
  await game.open(0);
  expect((await call.del(`/sessions/${game.sessionId}`)).status).toBe(204);
  for (const { socket } of [...game.players, { socket: game.host }])
    expect((await socket.closed).code).toBe(4503);
  expectProblem(await call.answer(game.pin, game.player("Ada").token, 0, { choice: 0 }), 404, "unknown_pin");
  const command = await call.post(`/sessions/${game.sessionId}/commands`, { command: "next" });
  expectProblem(command, 404, "session_not_found");
});

test("[DEL3] a player is deleted with the answers; the points of the others stay, and those behind move up", async () => {
  const game = await startGame(server, ["Ada", "Bob"]);
  await game.open(0);
  for (const name of ["Ada", "Bob"]) await call.answer(game.pin, game.player(name).token, 0, { choice: 0 });
  await questionCounted(call, game.pin);
  const before = (await call.leaderboard(game.pin)).standings;
  const path = `/sessions/${game.sessionId}/players/${game.player("Ada").playerId}`;
  expect((await call.del(path)).status).toBe(204);
  expect((await game.player("Ada").socket.closed).code).toBe(4505);

  const { standings } = await call.leaderboard(game.pin);
  expect(standings).toEqual([{ ...before.find(({ name }) => name === "Bob"), rank: 1 }]);
  const results = (await call.get<{ players: Json[] }>(`/sessions/${game.sessionId}/results`)).body;
  expect(results.players.map(({ name }) => name)).toEqual(["Bob"]);
  const log = await call.get<{ answers: Json[] }>(`/sessions/${game.sessionId}/results/answers`);
  expect(JSON.stringify(log.body)).not.toContain("Ada");
  expect(log.body.answers).toHaveLength(1);
  expect((await call.answer(game.pin, game.player("Ada").token, 0, { choice: 1 })).status).toBe(403);
  expectProblem(await call.del(path), 404, "player_not_found");
  expectProblem(await call.del(`/sessions/${game.sessionId}/players/nobody`), 404, "player_not_found");
  expect((await call.join(game.pin, "Ada")).playerId).not.toBe(game.player("Ada").playerId);
});

test("[DEL1] nobody but the host deletes", async () => {
  const { sessionId, ada } = await openQuestion(call);
  for (const [token, status] of [
    [null, 401],
    [ada.token, 403],
  ] as const) {
    for (const path of [`/sessions/${sessionId}`, `/sessions/${sessionId}/players/${ada.playerId}`])
      expect((await call.del(path, token)).status).toBe(status);
  }
  expect((await call.get(`/sessions/${sessionId}`)).status).toBe(200);
});
