import { expect, test } from "vitest";
import { readNumber } from "#lib/kernel/read-number.ts";

test.each([
  ["42", 42],
  [" -3,5 ", -3.5],
  ["−7", -7],
  ["0,5", 0.5],
  [".5", 0.5],
  ["5.", 5],
  ["1 000 000", 1_000_000],
  ["1 500", 1500],
  ["1\u202f500", 1500],
  ["1'500", 1500],
  ["1’234.5", 1234.5],
  ["1_500", 1500],
  ["6.700,5", 6700.5],
  ["6,700.5", 6700.5],
  ["1.234.567", 1_234_567],
  ["1,234,567", 1_234_567],
  ["12,34,567", 1_234_567],
  ["2.0625", 2.0625],
  ["٣٫٥", 3.5],
  ["١٬٥٠٠", 1500],
  ["１２", 12],
  ["1.5e3", 1500],
  ["1,5E3", 1500],
  ["6.02e23", 6.02e23],
  ["6.02e+23", 6.02e23],
  ["6.02 × 10^23", 6.02e23],
  ["6,02·10²³", 6.02e23],
  ["1.6×10⁻¹⁹", 1.6e-19],
  ["10^6", 1e6],
  ["½", 0.5],
  ["1½", 1.5],
  ["1 1/2", 1.5],
  ["-¾", -0.75],
  ["3/4", 0.75],
])("[Q23] reads %j", (typed, value) => {
  expect(readNumber(typed, "en")).toBe(value);
});

test("[Q23] one sign before three digits is what it is in the language shown", () => {
  const read = (typed: string) =>
    ["en", "de", "es", "vi", "fr", "ar"].map((language) => readNumber(typed, language));
  expect(read("1.500")).toEqual([1.5, 1500, 1500, 1500, 1.5, 1.5]);
  expect(read("1,500")).toEqual([1500, 1.5, 1.5, 1.5, 1.5, 1500]);
  expect(read("0.500")).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
});

test.each([
  "",
  "-",
  ".",
  "abc",
  "12km",
  "--3",
  "1-2",
  "1 5",
  "1,2,3",
  "12.34.56",
  "1.5e",
  "10^",
  "2^10",
  "1/0",
  "1e101",
  "9".repeat(99),
])("[Q23] does not take %j for a number", (typed) => {
  expect(readNumber(typed, "en")).toBeNull();
});
