import { expect, test } from "vitest";
import { TokenBucket } from "#lib/realtime/token-bucket.ts";

test("[RT8] a bucket gives its burst at once and then so many a second", () => {
  const bucket = new TokenBucket({ burst: 3, perSecond: 2 }, 0);
  expect([1, 2, 3, 4].map(() => bucket.take(0))).toEqual([true, true, true, false]);
  expect(bucket.take(499)).toBe(false);
  expect(bucket.take(500)).toBe(true);
  expect(bucket.take(500)).toBe(false);
});

test("it never holds more than its burst", () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 100 }, 0);
  expect([1, 2, 3].map(() => bucket.take(60_000))).toEqual([true, true, false]);
});

test("cheap things take less", () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 0);
  expect([1, 2, 3, 4, 5].map(() => bucket.take(0, 0.25))).toEqual([true, true, true, true, false]);
});

test("a clock that is set back takes nothing away", () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 }, 10_000);
  expect(bucket.take(5_000)).toBe(true);
  expect(bucket.take(5_000)).toBe(true);
  expect(bucket.take(6_000)).toBe(true);
});
