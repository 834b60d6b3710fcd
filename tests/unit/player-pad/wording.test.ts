import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { wordingOf } from "#components/player-pad/use-wording.ts";
import arabic from "../../../messages/player/ar.json";
import english from "../../../messages/player/en.json";

const { ordinal, gap, amount, figure, instruction } = wordingIn("en", english);

test("places are spoken as people speak them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112, 1022].map(ordinal)).toEqual(
    "1st 2nd 3rd 4th 11th 12th 13th 21st 112th 1,022nd".split(" "),
  );
});

test("the gap to whoever is ahead, whose name keeps its own direction", () => {
  expect(gap({ name: "Lan", gap: 84 })).toBe("84 points behind \u2068Lan\u2069");
  expect(gap({ name: "Lan", gap: 1 })).toBe("1 point behind \u2068Lan\u2069");
  expect(gap({ name: "Lan", gap: 0 })).toBe("Level with \u2068Lan\u2069");
  expect(gap(null)).toBeNull();
});

test("a year stays a year where a question asks for a number; points have their comma", () => {
  expect([1969, 12_500, 0.125].map(amount)).toEqual(["1969", "12,500", "0.125"]);
  expect(figure(1969)).toBe("1,969");
});

test("what to do, by kind; a kind without words of its own is a choice", () => {
  expect(instruction({ kind: "order" })).toBe("Put them in order, first on top");
  expect(instruction({ kind: "multiple", pick: 2 })).toBe("Choose 2");
  expect(instruction({ kind: "single" })).toBe("Choose one");
});

test("Arabic has its own forms for one, two, a few and many", () => {
  const behind = (points: number) => wordingIn("ar", arabic).gap({ name: "ليلى", gap: points });
  expect([1, 2, 5, 11].map(behind)).toEqual([
    "خلف \u2068ليلى\u2069 بنقطة واحدة",
    "خلف \u2068ليلى\u2069 بنقطتين",
    "خلف \u2068ليلى\u2069 بـ5 نقاط",
    "خلف \u2068ليلى\u2069 بـ11 نقطة",
  ]);
});

function wordingIn(locale: "en" | "ar", player: typeof english) {
  const t = createTranslator({ locale, messages: { player }, namespace: "player" });
  const { number } = createFormatter({ locale });
  return wordingOf(t as Parameters<typeof wordingOf>[0], number);
}
