import { expect, test } from "vitest";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { compareVersions } from "#lib/quiz/versions/compare-versions.ts";
import { VERSIONS_MAX, versionsToDrop } from "#lib/quiz/versions/versions.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = 400 * DAY_MS;
/** Numbered from the oldest. */
const saved = (...agesMs: number[]) =>
  agesMs.map((ageMs, at) => ({ version: at + 1, savedAtMs: NOW_MS - ageMs }));

test("[ED6] versions of the last hour stay; older ones thin to one an hour, a day, a week", () => {
  const many = saved(
    ...[60 * DAY_MS, 59.9 * DAY_MS, 40 * DAY_MS],
    ...[3.3 * DAY_MS, 3.2 * DAY_MS, 3.1 * DAY_MS, 1.5 * DAY_MS],
    ...[5.9 * HOUR_MS, 5.5 * HOUR_MS, 2.5 * HOUR_MS],
    ...[30 * MINUTE_MS, 20 * MINUTE_MS, 1_000],
  );
  expect(versionsToDrop(many, NOW_MS).sort((a, b) => a - b)).toEqual([1, 4, 5, 8]);
  expect(versionsToDrop(saved(50 * MINUTE_MS, 40 * MINUTE_MS), NOW_MS)).toEqual([]);
});

test("[ED6] however much is saved, a hundred stay, and the newest among them", () => {
  const dropped = versionsToDrop(saved(...Array.from({ length: 300 }, (_, at) => 300 - at)), NOW_MS);
  expect(dropped).toHaveLength(300 - VERSIONS_MAX);
  expect(Math.max(...dropped)).toBe(300 - VERSIONS_MAX);
});

test("[ED6] two versions are compared question by question, moves apart from changes", () => {
  const quiz = (title: string, prompts: Record<string, string>): NamedDraft => ({
    title,
    questions: Object.entries(prompts).map(([id, prompt]) => ({
      id,
      kind: "truefalse",
      prompt,
      correct: true,
      timeLimitMs: 20_000,
      points: 1,
    })),
  });
  const before = quiz("Capitals", { a: "Oslo", b: "Lima", c: "Rome" });
  expect(compareVersions(before, before)).toEqual({ whole: [], questions: [], reordered: false });
  const { whole, questions, reordered } = compareVersions(
    before,
    quiz("Cities", { c: "Rome", d: "Bonn", a: "Oslo!" }),
  );
  expect(whole).toEqual([{ about: "title", before: "Capitals", after: "Cities" }]);
  expect(questions.map(({ id, change }) => `${id} ${change}`)).toEqual(["d added", "b removed", "a changed"]);
  expect(reordered).toBe(true);
});
