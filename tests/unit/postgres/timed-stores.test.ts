import { expect, test } from "vitest";
import { timedStores } from "#lib/postgres/wrappers/timed-stores.ts";

test("[OPS5] each call of a store is told by its name, a failed one too, and counted while it is under way", async () => {
  const told: [string, boolean][] = [];
  const { stores, underWay } = timedStores(
    {
      sessions: { get: async (id: string) => `session ${id}` },
      answers: {
        commit: async (): Promise<void> => {
          throw new Error("no room");
        },
      },
    },
    (call, tookMs, failed) => {
      expect(tookMs).toBeGreaterThanOrEqual(0);
      told.push([call, failed]);
    },
  );
  const reading = stores.sessions.get("a");
  expect(underWay()).toBe(1);
  expect(await reading).toBe("session a");
  await expect(stores.answers.commit()).rejects.toThrow("no room");
  expect(underWay()).toBe(0);
  expect(told).toEqual([
    ["sessions.get", false],
    ["answers.commit", true],
  ]);
});
