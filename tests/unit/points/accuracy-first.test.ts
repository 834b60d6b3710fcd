import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recomputeTotals } from "#lib/points/recompute.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { QuestionInput } from "#lib/quiz/kinds/registry.ts";
import { quizOf, RIGHT, statement, WRONG } from "./plays.ts";

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
