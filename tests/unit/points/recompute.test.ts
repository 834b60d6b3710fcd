import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { gradeAnswer } from "#lib/points/grade-answer.ts";
import { profileNames } from "#lib/points/profiles.ts";
import { type AnsweredQuestion, recomputeAnswers, recomputeTotals } from "#lib/points/recompute.ts";
import { scoredIndexes } from "#lib/points/scored-indexes.ts";
import { NO_TOTALS } from "#lib/points/totals.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { Response } from "#lib/quiz/response.ts";
import { anyQuiz, fittingResponse } from "../quiz/arbitraries.ts";
import { guess, play, quizOf, RIGHT, statement, WRONG } from "./plays.ts";

describe("recomputing", () => {
  const anyPlay = fc.record({
    quiz: anyQuiz,
    seed: fc.nat(),
    profile: fc.constantFrom(...profileNames),
    voidMask: fc.nat(),
  });

  function answersOf(quiz: FrozenQuiz, seed: number): AnsweredQuestion[] {
    const draw = seededRandom(seed);
    return quiz.questions.flatMap((question, questionIndex) => {
      if (draw() < 0.15) return [];
      const response = fittingResponse(question, draw);
      const settledGrade =
        draw() < 0.7
          ? kindOf(question).settle?.(question, [response, { number: 100 }])?.(response)
          : undefined;
      return [{ questionIndex, response, elapsedMs: 200 + Math.floor(draw() * 30_000), settledGrade }];
    });
  }

  test("[SC6] totals are the fold of the answers in question order, in whatever order they come", () => {
    fc.assert(
      fc.property(anyPlay, ({ quiz, seed, profile, voidMask }) => {
        const voided = [...quiz.questions.keys()].filter(
          (i) => voidMask % 3 === 0 && ((voidMask >> i) & 1) === 1,
        );
        const answers = answersOf(quiz, seed);
        let totals = NO_TOTALS;
        let score = 0;
        for (const { questionIndex: index, ...answer } of answers) {
          if (voided.includes(index)) continue;
          const question = quiz.questions[index]!;
          const scored = scoredIndexes(quiz, voided);
          const scoredQuestions = scoredIndexes(quiz, []).length;
          const graded = gradeAnswer({
            question,
            index,
            ...answer,
            profile,
            totals,
            scoredIndexes: scored,
            scoredQuestions,
          });
          totals = graded.totals;
          score += graded.outcome.points;
        }
        const record = { quiz, profile, voided, answers: answers.toReversed() };
        expect(recomputeTotals(record)).toEqual(totals);
        expect(totals.score).toBe(score);
        const outcomes = [...recomputeAnswers(record).outcomes.values()];
        expect(outcomes.reduce((sum, outcome) => sum + outcome.points, 0)).toBe(score);
        expect(totals.correctCount).toBeLessThanOrEqual(totals.answeredCount);
      }),
    );
  });

  test("[SC11] a voided question is as if never asked", () => {
    fc.assert(
      fc.property(anyPlay, ({ quiz, seed, profile, voidMask }) => {
        // Its bonus is shared among all authored questions, so that voiding one leaves the points of others alone.
        fc.pre(profile !== "accuracy-first");
        const gone = voidMask % quiz.questions.length;
        const answers = answersOf(quiz, seed);
        const without = { ...quiz, questions: quiz.questions.filter((_, i) => i !== gone) };
        const shifted = answers
          .filter((answer) => answer.questionIndex !== gone)
          .map((a) => ({ ...a, questionIndex: a.questionIndex - (a.questionIndex > gone ? 1 : 0) }));
        const { streakIndex: _, ...voided } = recomputeTotals({ quiz, profile, voided: [gone], answers });
        const { streakIndex: __, ...never } = recomputeTotals({
          quiz: without,
          profile,
          voided: [],
          answers: shifted,
        });
        expect(voided).toEqual(never);
      }),
    );
  });

  test("[SC11] voiding joins the streaks on either side, and an answer to a voided question changes nothing", () => {
    const quiz = quizOf(statement(), statement(), statement());
    const answers = [RIGHT, WRONG, RIGHT].map((response, questionIndex) => ({
      questionIndex,
      response,
      elapsedMs: 400,
    }));
    const record = { quiz, profile: "classic-streak" as const, answers };
    expect(recomputeTotals({ ...record, voided: [] })).toMatchObject({
      score: 2000,
      streak: 1,
      answeredCount: 3,
    });
    expect(recomputeTotals({ ...record, voided: [1] })).toMatchObject({
      score: 2100,
      streak: 2,
      answeredCount: 2,
    });
    const late = gradeAnswer({
      question: quiz.questions[1]!,
      index: 1,
      response: RIGHT,
      elapsedMs: 400,
      profile: "classic",
      scoredIndexes: [0, 2],
      scoredQuestions: 3,
      totals: NO_TOTALS,
    });
    expect(late).toEqual({
      outcome: { correct: true, fraction: 1, points: 0, streak: 0 },
      totals: NO_TOTALS,
    });
  });

  test("[SC12] the closest number earns nothing until it is settled, then like any other question", () => {
    const quiz = quizOf(statement(), guess, statement());
    const near = { number: 98 };
    expect(play(quiz, [RIGHT, near]).outcomes[1]).toEqual({
      correct: null,
      fraction: 0,
      points: 0,
      streak: 1,
    });

    const settle = kindOf(quiz.questions[1]!).settle?.(quiz.questions[1]!, [near, { number: 90 }]);
    const answers = (mine: Response) => [
      { questionIndex: 0, response: RIGHT, elapsedMs: 400 },
      { questionIndex: 1, response: mine, elapsedMs: 400, settledGrade: settle?.(mine) },
      { questionIndex: 2, response: RIGHT, elapsedMs: 400 },
    ];
    const record = { quiz, profile: "classic-streak" as const, voided: [] };
    expect(recomputeTotals({ ...record, answers: answers(near) })).toMatchObject({ score: 3300, streak: 3 });
    expect(recomputeTotals({ ...record, answers: answers({ number: 90 }) })).toMatchObject({
      score: 2000,
      streak: 1,
    });
  });
});
