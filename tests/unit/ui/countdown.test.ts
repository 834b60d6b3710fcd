import { expect, test } from "vitest";
import { isSpoken, leftShare } from "#components/ui/countdown/countdown.ts";

/** What is said while the seconds are these, one after the other. */
const said = (...seconds: number[]) =>
  seconds.filter((left, i) => isSpoken(left, i === 0 ? left + 1 : (seconds[i - 1] ?? 0)));

test.each([
  ["every second", [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [10, 5]],
  ["the tenth and the fifth missed", [12, 11, 9, 8, 6, 4, 3], [9, 4]],
  ["all of them missed but one", [12, 3, 2], [3]],
  ["the end at once", [12, 0], []],
  ["opened at ten", [10, 9], [10]],
  ["opened at seven", [7, 6, 5], [5]],
  ["time added", [6, 5, 14, 11, 10, 9], [5, 10]],
])("[WA7] ten and five seconds are said once each, also by a busy phone: %s", (_, seconds, expected) => {
  expect(said(...seconds)).toEqual(expected);
});

test.each([
  [20, 20_000, 1],
  [21, 20_500, 1],
  [5, 20_000, 0.25],
  [0, 20_000, 0],
  [-1, 20_000, 0],
])("[WA3] where nothing should move, %d seconds of %d ms are a share of %d", (seconds, durationMs, share) => {
  expect(leftShare(seconds, durationMs)).toBe(share);
});
