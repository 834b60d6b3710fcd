import { join } from "node:path";
import { expect, test } from "vitest";
import { bareTexts } from "#tests/support/source/bare-texts.ts";

/** Made once, and never changed as the page runs: the API's own pages, and the parts by themselves. */
const STILL = /^app\/(docs|design)\//;

test("[CL29] a text that is made as the page runs is alone in its element", () => {
  const found = bareTexts(
    join(import.meta.dirname, ".."),
    (path) => /^(app|components)\/.*\.tsx$/.test(path) && !STILL.test(path),
  );
  expect(found).toEqual([]);
});
