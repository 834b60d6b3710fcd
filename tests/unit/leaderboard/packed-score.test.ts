import fc from "fast-check";
import { expect, test } from "vitest";
import { CORRECT_TIME_MAX_MS, packScore, SCORE_MAX, unpackScore } from "#lib/leaderboard/packed-score.ts";

const total = fc.record({
  score: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: SCORE_MAX })),
  correctTimeMs: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: CORRECT_TIME_MAX_MS })),
});

test("[LB9] packed scores are exact, and in the order of the board", () => {
  fc.assert(
    fc.property(total, total, (a, b) => {
      const boardOrder = b.score - a.score || a.correctTimeMs - b.correctTimeMs;
      expect(Math.sign(packScore(a) - packScore(b))).toBe(Math.sign(boardOrder));
      expect(unpackScore(packScore(a))).toEqual(a);
      expect(Number.isSafeInteger(packScore(a))).toBe(true);
      expect(Number(String(packScore(a)))).toBe(packScore(a));
    }),
  );
});

test("[LB9] anything else is brought within the bounds", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (score, correctTimeMs) => {
      const packed = packScore({ score, correctTimeMs });
      expect(packed).toBeGreaterThanOrEqual(0);
      expect(packed).toBeLessThan(2 ** 53);
      expect(Number.isSafeInteger(packed)).toBe(true);
    }),
  );
  expect(unpackScore(packScore({ score: -3, correctTimeMs: Number.NaN }))).toEqual({
    score: 0,
    correctTimeMs: 0,
  });
  expect(unpackScore(packScore({ score: 1e12, correctTimeMs: 1e12 }))).toEqual({
    score: SCORE_MAX,
    correctTimeMs: CORRECT_TIME_MAX_MS,
  });
});
