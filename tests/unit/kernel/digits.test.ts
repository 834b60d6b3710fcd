import { expect, test } from "vitest";
import { latinDigits, plainFigures } from "#lib/kernel/digits.ts";

/** ICU's own digits of every script that is written with ten of them, most of them by people who type. */
const SCRIPTS = Intl.supportedValuesOf("numberingSystem").flatMap((system) => {
  const written = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(9_876_543_210);
  return /^\p{Nd}{10}$/u.test(written) ? [[system, written] as const] : [];
});

test("[JN10] there are as many scripts to test as Unicode has people counting in", () => {
  expect(SCRIPTS.length).toBeGreaterThan(60);
});

test.each(SCRIPTS)("[JN10] digits are read in every script: %s %s", (_, written) => {
  expect(latinDigits(`a${written}–z`)).toBe("a9876543210–z");
});

test("[JN10] every decimal digit of Unicode is one of ten, in runs of ten", () => {
  const values: Record<string, number> = {};
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (!/\p{Nd}/u.test(character)) continue;
    const value = latinDigits(character);
    values[value] = (values[value] ?? 0) + 1;
  }
  expect(Object.keys(values).sort()).toEqual([..."0123456789"]);
  expect(new Set(Object.values(values)).size).toBe(1);
});

test("[JN10] what is no digit stays: numerals, fractions, superscripts, letters", () => {
  expect(latinDigits("Ⅷ ½ ² 五 x7")).toBe("Ⅷ ½ ² 五 x7");
});

test.each([
  ["−١٢٫٥", "-12.5"],
  ["１２．５", "12.5"],
  ["१ २३४", "1234"],
  ["–७", "-7"],
  ["١٬٢٣٤", "1234"],
])("[JN10] figures are read with the signs of their script: %s", (typed, plain) => {
  expect(plainFigures(typed)).toBe(plain);
});
