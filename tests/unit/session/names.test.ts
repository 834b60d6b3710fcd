import { expect, test } from "vitest";
import { NAME_MAX, parseName } from "#lib/session/names.ts";

function codeOf(input: unknown) {
  const parsed = parseName(input);
  return parsed.ok ? "ok" : parsed.error.code;
}

test.each([
  ["Ada", "Ada"],
  ["  Ada   Lovelace ", "Ada Lovelace"],
  ["Nguyễn Thị Ánh", "Nguyễn Thị Ánh"],
  ["محمد", "محمد"],
  ["שרה", "שרה"],
  ["👩‍🔬 Marie", "👩‍🔬 Marie"],
  ["🏳️‍🌈", "🏳️‍🌈"],
  ["می‌خواهم", "می‌خواهم"],
  ["Ａｄａ", "Ada"],
  ["O'Neill-Smith", "O'Neill-Smith"],
  ["小明", "小明"],
])("[NM1] names of any language are taken: %s", (input, stored) => {
  const parsed = parseName(input);
  expect(parsed).toMatchObject({ ok: true, value: { name: stored } });
});

test.each([
  ["nothing", "", "name_empty"],
  ["spaces", " \t\n ", "name_empty"],
  ["25 letters", "x".repeat(NAME_MAX + 1), "name_too_long"],
  ["60 characters", "x".repeat(60), "name_too_long"],
  ["900 kB", "x".repeat(900_000), "name_too_long"],
  ["a zero-width space", "Ad\u200Ba", "name_not_allowed"],
  ["only a zero-width joiner", "\u200D", "name_not_allowed"],
  ["a joiner between letters", "A\u200Dda", "name_not_allowed"],
  ["only a Hangul filler", "\u3164", "name_not_allowed"],
  ["a right-to-left override", "\u202Ecilam", "name_not_allowed"],
  ["a bidi isolate", "\u2066Ada", "name_not_allowed"],
  ["a control character", "Ada\u0007", "name_not_allowed"],
  ["a soft hyphen", "A\u00ADda", "name_not_allowed"],
  ["a tag character", "Ada\u{E0041}", "name_not_allowed"],
  ["a lone surrogate", "Ada\uD800", "name_not_allowed"],
  ["stacked accents", `A${"\u0301".repeat(9)}da`, "name_not_allowed"],
  ["a number", 7, "bad_request"],
  ["nothing at all", undefined, "bad_request"],
])("[NM2] %s is refused with its reason", (_, input, code) => {
  expect(codeOf(input)).toBe(code);
});

test("[NM3] names that differ only in case, width or spacing collide", () => {
  const keys = ["Ada Lovelace", "ADA  LOVELACE", " ada lovelace", "Ａｄａ lovelace"].map((name) => {
    const parsed = parseName(name);
    return parsed.ok ? parsed.value.nameKey : null;
  });
  expect(new Set(keys).size).toBe(1);
});

test("[NM4] names that differ in an accent are different people", () => {
  const key = (name: string) => {
    const parsed = parseName(name);
    return parsed.ok ? parsed.value.nameKey : null;
  };
  expect(key("Lan")).not.toBe(key("Lân"));
});

test("[NM1] exactly the longest name is taken, counted as people count", () => {
  expect(codeOf("👨‍👩‍👧‍👦".repeat(NAME_MAX))).toBe("name_too_long");
  expect(codeOf("é".repeat(NAME_MAX))).toBe("ok");
  expect(codeOf("x".repeat(NAME_MAX))).toBe("ok");
});
