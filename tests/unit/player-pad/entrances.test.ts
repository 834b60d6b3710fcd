import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source/imports.ts";

test("[JN11] the pages of players are loaded, never swapped in by the router, which renders before the address changes", () => {
  const files = new Map(sourceFiles(["components", "lib"], []).map((file) => [file.path, file]));
  const seen = new Set([...files.keys()].filter((path) => path.startsWith("components/player-pad/")));
  const packages = new Set<string>();
  for (const path of seen) {
    for (const { specifier, target, typeOnly } of files.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (target) seen.add(target);
      else packages.add(specifier);
    }
  }
  expect([...packages].filter((name) => /^next(\/|$)/.test(name))).toEqual([]);
});
