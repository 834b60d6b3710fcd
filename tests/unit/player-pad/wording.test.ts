import { expect, test } from "vitest";
import { gapSentence, ordinal } from "#components/player-pad/wording.ts";

test("places are spoken as people speak them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112, 1022].map(ordinal)).toEqual(
    "1st 2nd 3rd 4th 11th 12th 13th 21st 112th 1,022nd".split(" "),
  );
});

test("the gap to whoever is ahead", () => {
  expect(gapSentence({ name: "Lan", gap: 84 })).toBe("84 points behind Lan");
  expect(gapSentence({ name: "Lan", gap: 1 })).toBe("1 point behind Lan");
  expect(gapSentence({ name: "Lan", gap: 0 })).toBe("Level with Lan");
  expect(gapSentence(null)).toBeNull();
});
