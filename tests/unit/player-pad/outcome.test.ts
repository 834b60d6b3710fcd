import { expect, test } from "vitest";
import { outcomeOf, pointsWon } from "#components/player-pad/outcome.ts";
import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";

type Answer = NonNullable<You["answer"]>;

test("what is not settled is not claimed", () => {
  expect(outcomeOf(view({ settled: false }), you(null))).toBe("pending");
  expect(outcomeOf(view(), null)).toBe("pending");
  expect(outcomeOf(view(), you(answer({})))).toBe("pending");
});

test("an answer to another question is none to this one", () => {
  expect(outcomeOf(view(), you(answer({ questionIndex: 1, correct: true })))).toBe("none");
});

test("right, partly right and wrong", () => {
  expect(outcomeOf(view(), you(answer({ correct: true, points: 900 })))).toBe("right");
  expect(outcomeOf(view(), you(answer({ correct: false, fraction: 0.5, points: 400 })))).toBe("partly");
  expect(outcomeOf(view(), you(answer({ correct: false, fraction: 0, points: 0 })))).toBe("wrong");
});

test("a voided question counts for nobody, and a poll has no right answer", () => {
  expect(outcomeOf(view({ voided: true }), you(answer({ correct: true })))).toBe("voided");
  expect(pointsWon(view({ voided: true }), you(answer({ correct: true, points: 900 })))).toBeNull();
  expect(outcomeOf(view({ scored: false }), you(answer({ correct: null })))).toBe("thanks");
});

function view({ settled = true, voided = false, scored = true } = {}): View {
  const result = settled ? { answered: 1, correct: 1, bars: [] } : null;
  return {
    question: { index: 2, scored, points: 1 },
    reveal: { key: null, voided, result },
  } as unknown as View;
}

function you(given: Answer | null): You {
  return {
    playerId: "p",
    name: "Ada",
    score: 0,
    rank: 1,
    players: 2,
    streak: 0,
    correctCount: 0,
    next: null,
    answer: given,
  };
}

function answer(more: Partial<Answer>): Answer {
  return { questionIndex: 2, response: { choice: 0 }, ...more };
}
