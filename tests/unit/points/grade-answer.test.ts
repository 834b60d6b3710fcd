import { describe, expect, test } from "vitest";
import { type AnswerOutcome, gradeAnswer } from "#lib/points/grade-answer.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import { play, poll, quizOf, RIGHT, statement, WRONG } from "./plays.ts";

const streaks = (outcomes: (AnswerOutcome | null)[]) => outcomes.map((outcome) => outcome?.streak ?? null);

describe("one answer", () => {
  test("[SC6] outcome and totals", () => {
    const { totals, outcomes } = play(quizOf(statement(), statement(2)), [RIGHT, RIGHT]);
    expect(outcomes).toEqual([
      { correct: true, fraction: 1, points: 1000, streak: 1 },
      { correct: true, fraction: 1, points: 2100, streak: 2 },
    ]);
    expect(totals).toEqual({
      score: 3100,
      correctTimeMs: 800,
      correctCount: 2,
      answeredCount: 2,
      streak: 2,
      streakIndex: 1,
    });
  });

  test("[SC9] time the host added earns the floor of the curve, and still counts in the tie-break", () => {
    const { totals } = gradeAnswer({
      question: quizOf(statement()).questions[0]!,
      index: 0,
      response: RIGHT,
      elapsedMs: 45_000,
      profile: "classic",
      scoredIndexes: [0],
      scoredQuestions: 1,
      totals: NO_TOTALS,
    });
    expect(totals).toMatchObject({ score: 500, correctTimeMs: 45_000 });
  });
});

describe("streaks", () => {
  test("[SC4] a wrong answer ends a streak, and so does none", () => {
    const quiz = quizOf(...Array.from({ length: 6 }, () => statement()));
    expect(streaks(play(quiz, [RIGHT, RIGHT, WRONG, RIGHT, RIGHT, RIGHT]).outcomes)).toEqual([
      1, 2, 0, 1, 2, 3,
    ]);
    expect(streaks(play(quiz, [RIGHT, RIGHT, null, RIGHT, RIGHT, WRONG]).outcomes)).toEqual([
      1,
      2,
      null,
      1,
      2,
      0,
    ]);
  });

  test("[SC4] a partly right answer ends it too", () => {
    const options = [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c" }];
    const quiz = quizOf(statement(), { kind: "multiple", prompt: "?", options }, statement());
    const { outcomes, totals } = play(quiz, [RIGHT, { choices: [0] }, RIGHT]);
    expect(outcomes[1]).toEqual({ correct: false, fraction: 0.5, points: 500, streak: 0 });
    expect(streaks(outcomes)).toEqual([1, 0, 1]);
    expect(totals.correctTimeMs).toBe(800);
  });

  test("[SC4] polls and questions without points pass it by, answered or not", () => {
    const quiz = quizOf(statement(), poll, statement(0), statement());
    expect(streaks(play(quiz, [RIGHT, RIGHT, WRONG, RIGHT]).outcomes)).toEqual([1, 1, 1, 2]);
    expect(streaks(play(quiz, [RIGHT, null, null, RIGHT]).outcomes)).toEqual([1, null, null, 2]);
  });

  test("[SC10] a question without points counts as right or wrong and earns nothing", () => {
    const { outcomes, totals } = play(quizOf(statement(0), poll), [RIGHT, RIGHT]);
    expect(outcomes[0]).toEqual({ correct: true, fraction: 1, points: 0, streak: 0 });
    expect(outcomes[1]).toEqual({ correct: null, fraction: 0, points: 0, streak: 0 });
    expect(totals).toEqual({ ...NO_TOTALS, correctCount: 1, answeredCount: 2 });
  });
});
