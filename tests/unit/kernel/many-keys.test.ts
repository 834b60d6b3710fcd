import { expect, test } from "vitest";
import { hasManyKeys } from "#lib/kernel/many-keys.ts";

const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));

test("[API2] fifty fields are fields, fifty-one are not, however deep they lie", () => {
  expect(hasManyKeys(fields(50))).toBe(false);
  expect(hasManyKeys(fields(51))).toBe(true);
  expect(hasManyKeys([{ questions: [{ options: [fields(51)] }] }])).toBe(true);
  expect(hasManyKeys(Array.from({ length: 10_000 }, () => fields(9)))).toBe(false);
});

test("[API2] what is no object has none, and what goes in circles comes to an end", () => {
  for (const value of [null, undefined, "text", 7, true, () => 1]) expect(hasManyKeys(value)).toBe(false);
  const circle: { own?: unknown } = {};
  circle.own = circle;
  expect(hasManyKeys(circle)).toBe(true);
});
