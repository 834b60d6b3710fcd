import { afterAll, beforeAll, expect, test } from "vitest";
import { type SharedServer, sharedServer } from "#tests/support/shared-server.ts";
import { eventually } from "#tests/support/waiting.ts";
import { callAction } from "../call-action.ts";
import { type Game, startGame } from "../socket-game.ts";

let server: SharedServer;
let game: Game;
beforeAll(async () => {
  server = await sharedServer();
  game = await startGame(server, ["Ada", "Ben"], { settings: { changeAnswers: true } });
});
afterAll(async () => {
  await game?.leave();
});

const YES = { choice: 0 };
const NO = { choice: 1 };

test("[CHG1] [CHG2] [CHG3] an answer is changed by socket, REST and action; the last one counts, once", async () => {
  const { calls, pin, sessionId } = game;
  const [ada, ben] = game.players as [Game["players"][number], Game["players"][number]];
  const { index: questionIndex } = await game.open(0);
  const bySocket = async (id: string, response: object, change: number) => {
    ada.socket.send({ type: "answer", id, questionIndex, response, change });
    return (await ada.socket.next("ack", (message) => message.id === id)).ack as object;
  };

  const first = await bySocket("a", YES, 0);
  expect(first).toEqual({ accepted: true, repeat: false, questionIndex, score: 0 });
  expect(await bySocket("b", NO, 1)).toEqual({ ...first, changes: 1 });
  // A try of the first one that was on its way for long.
  expect(await bySocket("c", YES, 0)).toEqual({ ...first, repeat: true, response: NO, changes: 1 });

  const rest = await calls.answer(pin, ada.token, questionIndex, YES);
  expect(rest.body).toEqual({ ...first, changes: 2 });
  expect((await calls.answer(pin, ada.token, questionIndex, YES)).body).toMatchObject({
    repeat: true,
    changes: 2,
  });
  const input = { pin, questionIndex, response: NO, change: 3, token: ada.token };
  const action = await callAction(server, "submitAnswerAction", [input], "", "/play");
  expect(action.result).toEqual({ ok: true, ack: { ...first, changes: 3 } });
  expect((await calls.answer(pin, ada.token, questionIndex, YES)).body).toEqual({ ...first, changes: 4 });
  await calls.answer(pin, ben.token, questionIndex, NO);

  const line = await calls.get(`/pins/${pin}/me`, ada.token);
  expect(line.body).toMatchObject({ score: 0, correctCount: 0, answer: { response: YES, changes: 4 } });
  // All have answered, and may still change their minds.
  expect((await calls.view(pin)).phase).toMatchObject({ name: "question" });
  await game.reveal();

  const late = await calls.answer(pin, ada.token, questionIndex, NO);
  expect(late).toMatchObject({ status: 409, body: { code: "question_closed" } });
  const again = await calls.answer(pin, ada.token, questionIndex, YES);
  expect(again.body).toMatchObject({ accepted: true, repeat: true });

  await eventually(async () => {
    const { standings } = await calls.leaderboard(pin);
    expect(standings.map(({ name, score }) => [name, score > 0])).toEqual([
      ["Ada", true],
      ["Ben", false],
    ]);
  });
  const { body: results } = await calls.get(`/sessions/${sessionId}/results`);
  expect(results).toMatchObject({
    questions: [{ answered: 2, correct: 1, changed: 1, bars: [{ count: 1 }, { count: 1 }] }, {}],
    players: [
      { name: "Ada", answers: [{ response: YES, correct: true, changes: 4 }, null] },
      { name: "Ben" },
    ],
  });
  type Log = { answers: { name: string; earlier?: { response: object }[] }[] };
  const { body: log } = await calls.get<Log>(`/sessions/${sessionId}/results/answers`);
  const own = log.answers.find(({ name }) => name === "Ada");
  expect(own?.earlier?.map(({ response }) => response)).toEqual([YES, NO, YES, NO]);
});

test("[CHG5] a session in which players are told at once takes no changes", async () => {
  const { quizId } = game;
  const settings = { changeAnswers: true, reveal: "instant" };
  const refused = await game.calls.post("/sessions", { quizId, settings });
  expect(refused).toMatchObject({ status: 400, body: { code: "bad_request" } });
  expect(JSON.stringify(refused.body)).toContain("reveal");
});
