import { expect, test } from "vitest";
import { longestWord } from "#components/presenter/stage/longest-word.ts";

test("a text is as wide as its longest word, and lines may end after a hyphen", () => {
  expect(longestWord("Where is the treasure?")).toBe(9);
  expect(longestWord("Mother-in-law")).toBe(6);
  expect(longestWord("")).toBe(1);
});

test("scripts without spaces break anywhere", () => {
  expect(longestWord("太阳系最大的行星是哪一颗?")).toBe(1);
  expect(longestWord("ดาวเคราะห์ดวงใดใหญ่ที่สุด")).toBe(1);
});
