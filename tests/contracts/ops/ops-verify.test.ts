import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const SCRIPT = join(import.meta.dirname, "../../../scripts/ops-verify.mjs");

test("[OPS10] the short form of ops:verify finds every test it names, and nothing red", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, "--short"]);
  expect(stdout).toMatch(/\d+ not possible here, \d+ in npm test.* 0 FAILED\n$/);
});
