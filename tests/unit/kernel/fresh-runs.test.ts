import { expect, test } from "vitest";
import { createFreshRuns } from "#lib/kernel/fresh-runs.ts";

/** Reads `value` now and answers with it when told to. */
function slowReader() {
  const it = { value: 0, reads: 0, finishers: [] as (() => void)[] };
  const read = () => {
    it.reads++;
    const seen = it.value;
    return new Promise<number>((resolve) => it.finishers.push(() => resolve(seen)));
  };
  return Object.assign(it, { read });
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

test("[FR1] who asks while a run is under way gets one that began after the asking, shared with others", async () => {
  const reader = slowReader();
  const run = createFreshRuns<number>();
  const first = run("a", reader.read);
  reader.value = 1;
  const second = run("a", reader.read);
  const third = run("a", reader.read);
  reader.finishers.shift()?.();
  expect(await first).toBe(0);
  await tick();
  reader.finishers.shift()?.();
  expect(await Promise.all([second, third])).toEqual([1, 1]);
  expect(reader.reads).toBe(2);
});

test("[FR2] a run that fails does not fail the one after it, and keys do not wait for each other", async () => {
  const run = createFreshRuns<number>();
  const failing = run("a", () => Promise.reject(new Error("no database")));
  const next = run("a", async () => 7);
  expect(await run("b", async () => 8)).toBe(8);
  await expect(failing).rejects.toThrow("no database");
  expect(await next).toBe(7);
});
