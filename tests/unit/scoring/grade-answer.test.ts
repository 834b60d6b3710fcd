import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { QuestionInput } from "#lib/quiz/kinds/registry.ts";
import type { Response } from "#lib/quiz/response.ts";
import { type AnswerOutcome, gradeAnswer } from "#lib/scoring/grade-answer.ts";
import { type ProfileName, profileNames } from "#lib/scoring/profiles.ts";
import {
  type AnsweredQuestion,
  recomputeAnswers,
  recomputeTotals,
  settleQuestion,
} from "#lib/scoring/recompute.ts";
import { scoredIndexes } from "#lib/scoring/scored-indexes.ts";
import { NO_TOTALS, type PlayerTotals } from "#lib/scoring/totals.ts";
import { anyQuiz, fittingResponse, frozen } from "../quiz/arbitraries.ts";

const statement = (points: 0 | 1 | 2 = 1): QuestionInput => ({
  kind: "truefalse",
  prompt: "So?",
  correct: true,
  points,
});
const poll: QuestionInput = { kind: "poll", prompt: "?", options: [{ text: "a" }, { text: "b" }] };
const guess: QuestionInput = { kind: "number", prompt: "?", correct: 100, closest: true };
const RIGHT: Response = { choice: 0 };
const WRONG: Response = { choice: 1 };

/** Plays questions in order; `null` is no answer. */
function play(
  quiz: FrozenQuiz,
  responses: readonly (Response | null)[],
  profile: ProfileName = "classic-streak",
): { totals: PlayerTotals; outcomes: (AnswerOutcome | null)[] } {
  let totals = NO_TOTALS;
  const outcomes = responses.map((response, index) => {
    if (!response) return null;
    const question = quiz.questions[index]!;
    const graded = gradeAnswer({
      question,
      index,
      response,
      elapsedMs: 400,
      profile,
      scoredIndexes: scoredIndexes(quiz, []),
      scoredQuestions: scoredIndexes(quiz, []).length,
      totals,
    });
    totals = graded.totals;
    return graded.outcome;
  });
  return { totals, outcomes };
}

function quizOf(...questions: QuestionInput[]): FrozenQuiz {
  return frozen({ title: "T", questions });
}

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
        draw() < 0.7 ? settleQuestion(question, [response, { number: 100 }])?.(response) : undefined;
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
            ...{ question, index, ...answer, profile, totals },
            ...{ scoredIndexes: scored, scoredQuestions },
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

    const settle = settleQuestion(quiz.questions[1]!, [near, { number: 90 }]);
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
    expect(settleQuestion(quiz.questions[0]!, [RIGHT])).toBeNull();
  });
});

describe("accuracy first, over whole quizzes", () => {
  /** Up to 200 questions of 1× and 2×; each player is right or wrong, fast or slow. */
  const anyMatch = fc.integer({ min: 1, max: 200 }).chain((n) =>
    fc.record({
      quiz: fc
        .array(fc.constantFrom(1 as const, 2 as const), { minLength: n, maxLength: n })
        .map((points) => quizOf(...points.map((p) => statement(p)))),
      players: fc.tuple(anyRun(n), anyRun(n)),
    }),
  );

  function anyRun(n: number) {
    const answer = fc.record({ right: fc.boolean(), elapsedMs: fc.constantFrom(200, 5_000, 20_000, 60_000) });
    return fc.oneof(
      fc.array(answer, { minLength: n, maxLength: n }),
      fc.constant(Array.from({ length: n }, () => ({ right: true, elapsedMs: 200 }))),
    );
  }

  function run(quiz: FrozenQuiz, player: readonly { right: boolean; elapsedMs: number }[]) {
    const answers = player.map(({ right, elapsedMs }, questionIndex) => ({
      questionIndex,
      response: right ? RIGHT : WRONG,
      elapsedMs,
    }));
    const { score } = recomputeTotals({ quiz, profile: "accuracy-first", voided: [], answers });
    const flat = recomputeTotals({ quiz, profile: "accuracy", voided: [], answers }).score;
    return { score, flat };
  }

  test("[SC5] all bonuses of a quiz are at most 499, so one more right answer always wins", () => {
    fc.assert(
      fc.property(anyMatch, ({ quiz, players }) => {
        const [a, b] = players.map((player) => run(quiz, player)) as [
          ReturnType<typeof run>,
          ReturnType<typeof run>,
        ];
        for (const { score, flat } of [a, b]) {
          expect(score - flat).toBeGreaterThanOrEqual(0);
          expect(score - flat).toBeLessThanOrEqual(499);
        }
        if (a.flat !== b.flat) expect(a.score > b.score).toBe(a.flat > b.flat);
      }),
    );
  });

  test("[SC5] with partial credit, a whole answer's worth ahead is always ahead", () => {
    const options = [
      { text: "a", correct: true },
      { text: "b", correct: true },
      { text: "c", correct: true },
    ];
    const picks = fc.array(fc.constantFrom([0], [0, 1], [0, 1, 2]), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(picks, picks, fc.boolean(), (mine, theirs, iAmFast) => {
        const n = Math.max(mine.length, theirs.length);
        const quiz = quizOf(
          ...Array.from({ length: n }, (): QuestionInput => ({ kind: "multiple", prompt: "?", options })),
        );
        const play = (list: readonly (readonly number[])[], elapsedMs: number) => {
          const answers = list.map((choices, questionIndex) => ({
            questionIndex,
            response: { choices: [...choices] },
            elapsedMs,
          }));
          const { score } = recomputeTotals({ quiz, profile: "accuracy-first", voided: [], answers });
          return { score, thirds: list.reduce((sum, choices) => sum + choices.length, 0) };
        };
        const a = play(mine, iAmFast ? 200 : 20_000);
        const b = play(theirs, iAmFast ? 20_000 : 200);
        if (a.thirds >= b.thirds + 3) expect(a.score).toBeGreaterThan(b.score);
        if (b.thirds >= a.thirds + 3) expect(b.score).toBeGreaterThan(a.score);
      }),
    );
  });
});
