import { expect, test } from "vitest";
import { createGroupCommit } from "#lib/kernel/group-commit.ts";

/** A write that finishes when told to. */
function slowWriter() {
  const groups: number[][] = [];
  const finishers: (() => void)[] = [];
  return {
    groups,
    finish: () => finishers.shift()?.(),
    write: (group: readonly number[]) =>
      new Promise<number[]>((resolve) => {
        groups.push([...group]);
        finishers.push(() => resolve(group.map((n) => n * 10)));
      }),
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

test("[GC1] calls that arrive together are one group, and each gets its own result", async () => {
  const writer = slowWriter();
  const commits = createGroupCommit({ write: writer.write, lingerMs: 1 });
  const results = Promise.all([commits.submit(1), commits.submit(2), commits.submit(3)]);
  await tick();
  writer.finish();
  expect(await results).toEqual([10, 20, 30]);
  expect(writer.groups).toEqual([[1, 2, 3]]);
});

test("[GC2] while writes are in flight arrivals gather, up to the largest group", async () => {
  const writer = slowWriter();
  const commits = createGroupCommit({ write: writer.write, lingerMs: 0, maxGroup: 3, maxInFlight: 1 });
  const all = [commits.submit(1)];
  await tick();
  for (const n of [2, 3, 4, 5]) all.push(commits.submit(n));
  for (let i = 0; i < 4; i++) {
    writer.finish();
    await tick();
  }
  expect(await Promise.all(all)).toEqual([10, 20, 30, 40, 50]);
  expect(writer.groups).toEqual([[1], [2, 3, 4], [5]]);
});

test("[GC3] a full queue refuses at once instead of growing", async () => {
  const writer = slowWriter();
  const commits = createGroupCommit({ write: writer.write, lingerMs: 0, maxInFlight: 1, maxWaiting: 2 });
  const first = commits.submit(1);
  await tick();
  const waiting = [commits.submit(2), commits.submit(3)];
  await expect(commits.submit(4)).rejects.toMatchObject({ code: "queue_full" });
  writer.finish();
  await tick();
  writer.finish();
  expect(await Promise.all([first, ...waiting])).toEqual([10, 20, 30]);
});

test("[GC4] a failed write fails its own group only", async () => {
  let fail = true;
  const commits = createGroupCommit<number, number>({
    write: async (group) => {
      if (fail) throw new Error("no database");
      return [...group];
    },
    lingerMs: 0,
  });
  await expect(commits.submit(1)).rejects.toThrow("no database");
  fail = false;
  expect(await commits.submit(2)).toBe(2);
});

test("[GC5] written() waits for what was submitted before it, not for what keeps coming", async () => {
  const writer = slowWriter();
  const commits = createGroupCommit({ write: writer.write, lingerMs: 0, maxGroup: 1, maxInFlight: 1 });
  const first = commits.submit(1);
  const written = commits.written();
  await tick();
  const later = commits.submit(2);
  writer.finish();
  await first;
  await written;
  await tick();
  writer.finish();
  expect(await later).toBe(20);
});

test("[GC6] in a stream, groups start a pace apart; a full one does not wait", async () => {
  const writer = slowWriter();
  const commits = createGroupCommit({ write: writer.write, lingerMs: 0, paceMs: 60_000, maxGroup: 2 });
  const first = commits.submit(1);
  await tick();
  writer.finish();
  expect(await first).toBe(10);
  const second = commits.submit(2);
  await tick();
  expect(writer.groups).toEqual([[1]]);
  const third = commits.submit(3);
  await tick();
  expect(writer.groups).toEqual([[1], [2, 3]]);
  writer.finish();
  expect(await Promise.all([second, third])).toEqual([20, 30]);
});
