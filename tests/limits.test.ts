/** Nothing is right or wrong because of how long it took: tests/support/patience.ts has all limits, and no test its own. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source/imports.ts";

const OWN_LIMITS: [shape: RegExp, instead: string][] = [
  [/\b[a-z]*timeout: *[1-9][\d_]*/gi, "leave it out, or write patience(…) for how often something is tried"],
  [/\btest\.(setTimeout|slow)\(/g, "cut the test into parts that stand alone"],
  [/\bvi\.setConfig\(/g, "leave it out"],
  [/^\}, [\d_]+\);$/gm, "leave the limit of this test out"],
  [
    /\bexpect\((performance|Date)\.now\(\) - /g,
    "say what must be true meanwhile instead of how long it may take",
  ],
  [/\bwaitForTimeout\(/g, "wait for what is to happen"],
];
/** In unit tests time stands still, or what is under test has limits. The gallery is no test. */
const NOT_LOOKED_AT = /^(tests\/(unit\/|limits\.test|support\/patience)|e2e\/gallery\/)/;

function ownLimits(text: string): string[] {
  return OWN_LIMITS.flatMap(([shape, instead]) =>
    [...text.matchAll(shape)].map(({ index, 0: found }) => {
      const line = text.slice(0, index).split("\n").length;
      return `line ${line}, ${found}: ${instead}`;
    }),
  );
}

test("no test has a limit of its own", () => {
  const files = sourceFiles(["tests", "e2e"], []).filter(({ path }) => !NOT_LOOKED_AT.test(path));
  expect(files.length).toBeGreaterThan(80);
  const found = files.flatMap(({ path }) =>
    ownLimits(readFileSync(path, "utf8")).map((problem) => `${path} ${problem}`),
  );
  expect(found).toEqual([]);
});

describe("the search for limits", () => {
  test.each([
    "await expect(podium).toBeVisible({ timeout: 15_000 });",
    "  test.setTimeout(120_000);",
    "{ hookTimeout: 5000 }",
    "}, 20_000);",
    "expect(performance.now() - startedAtMs).toBeLessThan(2_000);",
    "await page.waitForTimeout(500);",
  ])("finds %s", (text) => {
    expect(ownLimits(`first\n${text}\n`)).toHaveLength(1);
  });

  test.each([
    "toBeHidden({ timeout: patience(1_000) })",
    "{ scope: 'worker', timeout: TEST_MS }",
    "await first.end({ timeout: 0 });",
    "setTimeout(() => {}, 5);",
    "nodeTimeoutMs: 5_000",
  ])("leaves %s alone", (text) => {
    expect(ownLimits(text)).toEqual([]);
  });
});
