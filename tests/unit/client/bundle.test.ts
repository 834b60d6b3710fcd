import { expect, test } from "vitest";
import { sourceFiles } from "#tests/support/source/imports.ts";

test("[CL8] what phones load of the live connection holds no zod", () => {
  const files = new Map(sourceFiles(["lib"], []).map((file) => [file.path, file]));
  const seen = new Set([...files.keys()].filter((path) => path.startsWith("lib/client/")));
  const packages = new Set<string>();
  for (const path of seen) {
    for (const { specifier, target, typeOnly } of files.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (target) seen.add(target);
      else packages.add(specifier);
    }
  }
  expect([...packages].sort()).toEqual(["@tanstack/react-query", "react"]);
});
