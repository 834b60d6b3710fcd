import { expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { recomputeTotals } from "#lib/points/recompute.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { quizSchema } from "#lib/quiz/quiz.ts";
import { compare, type StoredRoom, type StoredRow } from "../../../bench/check/compare.ts";
import { benchQuiz } from "../../../bench/stage/bench-quiz.ts";
import type { SeenAnswers } from "../../../bench/stage/subject.ts";

const QUESTIONS = 3;
const ALL_WELL = { lost: 0, doubled: 0, answersDiffering: 0, scoresDiffering: 0 };

test("a game in which all is well: nothing lost, doubled or different", () => {
  const { room, seen } = game();
  expect(compare([room], seen)).toEqual({ stored: 6, ...ALL_WELL });
});

test("an answer that was acknowledged and is gone is lost, and the scores it counted in differ", () => {
  const { room, seen } = game();
  room.answers = room.answers.filter((row) => !(row.playerId === "ada" && row.questionIndex === 1));
  expect(compare([room], seen)).toEqual({ ...ALL_WELL, stored: 5, lost: 1, scoresDiffering: 1 });
});

test("a player who is gone has lost all acknowledged answers", () => {
  const { room, seen } = game();
  room.players = room.players.filter((player) => player.playerId !== "ada");
  room.answers = room.answers.filter((row) => row.playerId !== "ada");
  expect(compare([room], seen)).toEqual({ ...ALL_WELL, stored: 3, lost: 3 });
});

test("an answer stored twice, and one counted twice, are doubled", () => {
  const twice = game();
  twice.room.answers.push(twice.room.answers[0]!);
  expect(compare([twice.room], twice.seen)).toMatchObject({ stored: 7, lost: 0, doubled: 1 });

  const counted = game();
  counted.room.players[0]!.answeredCount += 1;
  counted.room.players[0]!.score += 900;
  expect(compare([counted.room], counted.seen)).toEqual({
    ...ALL_WELL,
    stored: 6,
    doubled: 1,
    scoresDiffering: 1,
  });
});

test("an answer stored as another one than was sent differs", () => {
  const { room, seen } = game();
  seen[2]!.acked[0]!.choice = 3;
  expect(compare([room], seen)).toEqual({ ...ALL_WELL, stored: 6, answersDiffering: 1 });
});

test("a score differs when the stored total or any acknowledgment is off by a point", () => {
  const stored = game();
  stored.room.players[1]!.score += 1;
  expect(compare([stored.room], stored.seen)).toEqual({ ...ALL_WELL, stored: 6, scoresDiffering: 1 });

  const told = game();
  told.seen[0]!.acked[1]!.score -= 1;
  expect(compare([told.room], told.seen)).toEqual({ ...ALL_WELL, stored: 6, scoresDiffering: 1 });
});

/** Ada is right each time, Bob only at first; each is told the score so far with every answer. */
function game(): { room: StoredRoom; seen: SeenAnswers[] } {
  const quiz = freezeQuiz(quizSchema.parse(benchQuiz(QUESTIONS, 30)), seededRandom(1));
  const base = { quiz, profile: "classic" as const, voided: [] };
  const choices = { ada: [0, 0, 0], bob: [0, 1, 2] };
  const answersOf = (playerId: keyof typeof choices): StoredRow[] =>
    choices[playerId].map((choice, questionIndex) => ({
      playerId,
      questionIndex,
      response: { choice },
      elapsedMs: 1_000,
    }));
  const ids = ["ada", "bob"] as const;
  const totalsAfter = (playerId: (typeof ids)[number], count: number) =>
    recomputeTotals({ ...base, answers: answersOf(playerId).slice(0, count) });
  return {
    room: {
      ...base,
      players: ids.map((playerId) => ({ playerId, ...totalsAfter(playerId, QUESTIONS) })),
      answers: ids.flatMap(answersOf),
    },
    seen: Array.from({ length: QUESTIONS }, (_, questionIndex) => ({
      questionIndex,
      acked: ids.map((playerId) => ({
        playerId,
        choice: choices[playerId][questionIndex]!,
        score: totalsAfter(playerId, questionIndex + 1).score,
      })),
    })),
  };
}
