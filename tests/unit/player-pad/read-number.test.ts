import { expect, test } from "vitest";
import { readNumber } from "#components/player-pad/kinds/read-number.ts";

test.each([
  ["42", 42],
  [" -3,5 ", -3.5],
  ["−7", -7],
  ["0,5", 0.5],
  [".5", 0.5],
  ["1 000 000", 1_000_000],
  ["1’234.5", 1234.5],
  ["6.700,5", 6700.5],
  ["6,700.5", 6700.5],
  ["1.234.567", 1_234_567],
  ["1,234,567", 1_234_567],
  ["2.0625", 2.0625],
  ["٣٫٥", 3.5],
  ["１２", 12],
])("reads %j", (typed, value) => {
  expect(readNumber(typed, "en")).toBe(value);
});

test("one sign before three digits is what it is where the reader lives", () => {
  expect(readNumber("1,500", "en")).toBe(1500);
  expect(readNumber("1,500", "de")).toBe(1.5);
  expect(readNumber("1.500", "de")).toBe(1500);
  expect(readNumber("1.500", "en")).toBe(1.5);
});

test.each(["", "-", ".", "abc", "1e5", "12km", "--3", "1-2"])("does not take %j for a number", (typed) => {
  expect(readNumber(typed, "en")).toBeNull();
});
