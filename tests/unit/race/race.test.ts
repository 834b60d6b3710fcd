import { expect, test } from "vitest";
import { comebackOf, raceAt } from "#components/race/race-at.ts";
import type { StoredAnswer } from "#lib/session/answer-store.ts";
import type { Player } from "#lib/session/player-store.ts";
import { raceOf } from "#lib/session/reports/race.ts";
import type { Session } from "#lib/session/session.ts";

const LIMIT = 20_000;

function session(questions: number, phase: object = { name: "podium", sinceMs: 0 }): Session {
  const quiz = {
    title: "Capitals",
    questions: Array.from({ length: questions }, (_, i) => ({
      kind: "truefalse",
      prompt: `Question ${i}`,
      points: 1,
      timeLimitMs: LIMIT,
    })),
  };
  return { id: "s", quiz, voided: [], phase } as unknown as Session;
}
const player = (n: number, rest = {}) =>
  ({ playerId: `p${n}`, name: `Player ${n}`, seq: n, removedAtMs: null, ...rest }) as Player;
const answer = (n: number, questionIndex: number, points: number, elapsedMs = 5_000) =>
  ({ playerId: `p${n}`, questionIndex, points, elapsedMs, correct: points > 0 }) as StoredAnswer;

test("[RACE1] the race is told by everybody who was among the first ten after any question, and nobody else", () => {
  const players = Array.from({ length: 500 }, (_, n) => player(n));
  const first = players.map((_, n) => answer(n, 0, 1_000 - n));
  // In the second question the last ten overtake everybody.
  const second = players.map((_, n) => answer(n, 1, n >= 490 ? 5_000 + n : 0));
  const race = raceOf(session(2), players, [...first, ...second]);
  expect(race.players).toBe(500);
  const racers = race.racers.map(({ playerId }) => Number(playerId.slice(1))).sort((a, b) => a - b);
  expect(racers).toEqual([
    ...Array.from({ length: 10 }, (_, n) => n),
    ...Array.from({ length: 10 }, (_, n) => 490 + n),
  ]);
  const winner = race.racers.find(({ playerId }) => playerId === "p499");
  expect(winner).toMatchObject({ ranks: [500, 1], answers: [{ points: 501 }, { points: 5_499 }] });
  expect(comebackOf(race)).toEqual({ name: "Player 499", from: 500, to: 1 });
});

test("[RACE1] removed players are left out, and only counted questions are told", () => {
  const players = [player(1), player(2, { removedAtMs: 5 })];
  const answers = [answer(1, 0, 10), answer(2, 0, 99), answer(1, 1, 20)];
  const during = raceOf(session(3, { name: "question", index: 1 }), players, answers);
  expect(during.questions).toHaveLength(1);
  expect(during.racers).toMatchObject([{ playerId: "p1", answers: [{ points: 10 }] }]);
  const unsettled = session(3, { name: "reveal", index: 1, result: null });
  expect(raceOf(unsettled, players, answers).questions).toHaveLength(1);
  expect(raceOf(session(3, { name: "lobby" }), players, answers).racers).toEqual([]);
  const stopped = session(3, { name: "podium", sinceMs: 0, asked: 1 });
  expect(raceOf(stopped, players, answers).questions).toHaveLength(1);
  expect(raceOf(session(3), [], [])).toMatchObject({ players: 0, racers: [] });
});

test("[RACE1] [RES4] polls, slides, skipped and worthless questions are no part of the race", () => {
  const asked = session(5);
  const kinds = ["truefalse", "poll", "slide", "truefalse", "truefalse"];
  const questions = asked.quiz.questions.map((question, i) => ({
    ...question,
    kind: kinds[i],
    points: i === 3 ? 0 : 1,
  }));
  const mixed = { ...asked, voided: [4], quiz: { ...asked.quiz, questions } } as Session;
  const given = [answer(1, 0, 700), answer(1, 1, 0), answer(1, 3, 0), answer(1, 4, 0)];
  const race = raceOf(mixed, [player(1)], given);
  expect(race.questions.map(({ index }) => index)).toEqual([0]);
  expect(race.racers).toMatchObject([{ ranks: [1], answers: [{ points: 700 }] }]);
});

test("[RACE2] a bar grows when its answer fell, and ends at the score", () => {
  const players = [player(1), player(2)];
  const race = raceOf(session(1), players, [answer(1, 0, 800, 18_000), answer(2, 0, 500, 1_000)]);
  const names = (at: number) => raceAt(race, at).map(({ racer }) => race.racers[racer]?.playerId);
  expect(raceAt(race, 0).map(({ score }) => score)).toEqual([0, 0]);
  expect(names(0.4)).toEqual(["p2", "p1"]);
  expect(raceAt(race, 1).map(({ score }) => score)).toEqual([800, 500]);
  expect(names(1)).toEqual(["p1", "p2"]);
  for (let at = 0; at < 1; at += 0.05) {
    const [now, later] = [raceAt(race, at), raceAt(race, at + 0.05)];
    for (const { racer, score } of now)
      expect(later.find((bar) => bar.racer === racer)?.score).toBeGreaterThanOrEqual(score);
  }
});

test("[RACE2] everybody tied, nobody right, one player: nothing breaks", () => {
  const tied = raceOf(session(2), [player(1), player(2)], [answer(1, 0, 5), answer(2, 0, 5)]);
  expect(raceAt(tied, 2).map(({ score }) => score)).toEqual([5, 5]);
  expect(comebackOf(tied)).toBeNull();
  const none = raceOf(session(2), [player(1)], [answer(1, 0, 0)]);
  expect(raceAt(none, 1.5)).toEqual([{ racer: 0, score: 0 }]);
});
