import { expect, test } from "vitest";
import { nextPath } from "#lib/web/next-path.ts";

test.each([
  ["/host/quizzes/1?tab=a#b", "/host/quizzes/1?tab=a#b"],
  ["//evil.example", "/host"],
  ["/\\evil.example", "/host"],
  ["/\t/evil.example", "/host"],
  ["https://evil.example", "/host"],
  ["javascript:alert(1)", "/host"],
  ["", "/host"],
  [null, "/host"],
])("[SEC11] after signing in, next=%s leads to %s", (wanted, path) => {
  expect(nextPath(wanted)).toBe(path);
});
