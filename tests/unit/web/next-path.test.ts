import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextPath } from "#lib/web/next-path.ts";

describe("[SEC11] after signing in", () => {
  test.each([
    "/host/quizzes/1?tab=a#b",
    "/host",
    "/",
    "/host?next=//evil.example",
    "/host/a%2Fb",
    "/host/https://evil.example",
  ])("next=%s leads there", (wanted) => {
    expect(nextPath(wanted)).toBe(wanted);
  });

  test.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "/.//evil.example/login",
    "/./\\evil.example",
    "/%2e//evil.example",
    "/a/..//evil.example",
    "/a/%2E%2e/\\evil.example",
    "/.\t//evil.example",
    "//user:word@evil.example",
    "//ours.invalid@evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "",
    "host",
    null,
    ["/host"],
  ])("next=%j leads to the start", (wanted) => {
    expect(nextPath(wanted)).toBe("/host");
  });

  test("whatever next is made of, a browser stays on our origin", () => {
    const piece = fc.constantFrom(
      ...[
        "/",
        "\\",
        "//",
        ".",
        "..",
        "%2e",
        "%2E",
        "%2f",
        "%5c",
        "\t",
        "\n",
        "\r",
        " ",
        "\u0000",
        "%00",
        "%0a",
      ],
      ...[
        "@",
        ":",
        "?",
        "#",
        ";",
        "evil.example",
        "user:word@",
        "https:",
        "javascript:",
        "host",
        "[::1]",
        "ſ",
        "。",
        "／",
      ],
    );
    const wanted = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join("")}`),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
      fc.string({ maxLength: 30, unit: "binary" }),
    );
    fc.assert(
      fc.property(wanted, fc.constantFrom("http://10.0.0.7:3000", "https://quiz.example"), (next, here) => {
        const led = nextPath(next);
        expect(led).toMatch(/^\/(?![/\\])/);
        const url = new URL(led, `${here}/sign-in`);
        expect(url.origin).toBe(here);
        // A browser that follows it, or a proxy that rewrites it, reads it again.
        expect(new URL(`${url.pathname}${url.search}${url.hash}`, here).href).toBe(url.href);
        expect(nextPath(led)).toBe(led);
      }),
      { numRuns: 20_000 },
    );
  });
});
