import { expect, test } from "vitest";
import { barShare } from "#components/presenter/kinds/bar-share.ts";

test.each([
  [1, 3, 1 / 3],
  [73, 100, 0.73],
  [3, 3, 1],
  [0, 0, 0],
])("[Q16] a bar of %d of %d answers is as long as its share", (count, answered, share) => {
  expect(barShare(count, { answered })).toBe(share);
});

test("[Q16] nothing is drawn before the answers are counted", () => expect(barShare(3, null)).toBe(0));
