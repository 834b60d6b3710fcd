import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { withTimeout } from "#lib/leaderboard/circuit.ts";
import { patience } from "#tests/support/patience.ts";

test("[LB16] an answer that arrived while this process was busy is not too late", async () => {
  // One step of the system, which is over long before this process looks.
  const answer = stat(import.meta.filename);
  const asked = withTimeout(answer, patience(100));
  const untilMs = performance.now() + patience(400);
  while (performance.now() < untilMs);
  expect((await asked).isFile()).toBe(true);
});

test("[LB16] a store that does not answer is given up", async () => {
  await expect(withTimeout(new Promise(() => {}), 20)).rejects.toThrow("no answer within 20 ms");
});
