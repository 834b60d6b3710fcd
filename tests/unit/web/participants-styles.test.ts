import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source/imports.ts";

const SHEET = readFileSync(join(import.meta.dirname, "../../../app/participants.css"), "utf8");
const FILES = new Map(sourceFiles(["app", "components", "lib"]).map((file) => [file.path, file]));
/** What the sheet's `@source` lines name of app/. */
const PAGES = /^app\/(\[locale\]\/\((player|site)\)\/.*|error-page|not-found-page)\.tsx$/;

test("the style sheet of participants knows every component that their pages can come to show", () => {
  const folders = listed(/@source "\.\.\/components\/\{(.*?)\}"/);
  const left = listed(/@source not "\.\.\/components\/ui\/\{(.*?)\}\.tsx"/);
  const shown = reachedFrom([...FILES.keys()].filter((path) => PAGES.test(path)));
  const components = shown.filter((path) => path.startsWith("components/") && path.endsWith(".tsx"));
  expect(components).toContain("components/player-pad/screens/question-screen.tsx");
  expect(components.filter((path) => !folders.includes(path.split("/")[1] ?? ""))).toEqual([]);
  expect(left.filter((name) => shown.includes(`components/ui/${name}.tsx`))).toEqual([]);
  expect(shown).not.toContain("components/room/room-swatch.tsx");
});

function listed(pattern: RegExp): string[] {
  return pattern.exec(SHEET)?.[1]?.split(",") ?? [];
}

function reachedFrom(pages: string[]): string[] {
  const reached = new Set(pages);
  // What is added while the loop runs is visited, too.
  for (const path of reached)
    for (const { target, typeOnly } of FILES.get(path)?.imports ?? [])
      if (!typeOnly && target !== undefined && FILES.has(target)) reached.add(target);
  return [...reached];
}
