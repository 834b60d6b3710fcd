import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchWrites } from "#lib/postgres/wrappers/write-watch.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const refused = (code: string) => Object.assign(new Error("refused"), { cause: { code } });

const none = {} as never;
const NONE = {
  quizzes: none,
  media: none,
  sessions: none,
  players: none,
  answers: none,
  regrades: none,
  accounts: none,
  people: none,
  remotes: none,
  library: none,
  idempotency: none,
  webhooks: none,
  retention: none,
  resets: none,
};

/** Stores of which one writes, as `outcome` says, and a database that is asked how it is. */
function watched() {
  const now = { error: null as Error | null, probes: [] as boolean[], told: [] as (string | null)[] };
  const outcome = async () => {
    if (now.error) throw now.error;
    return { id: "q" };
  };
  const quizzes = { create: outcome, get: outcome } as never;
  const stores = { ...NONE, quizzes };
  const watch = watchWrites(stores, {
    async probe(thoroughly) {
      now.probes.push(thoroughly);
      await outcome();
    },
    onChange: (trouble) => now.told.push(trouble),
    now: () => Date.now(),
  });
  const write = () => watch.quizzes.create("account", none).catch(() => null);
  return { watch, now, write };
}

test("[WR1] the outcome of the last write tells, and each change is told once", async () => {
  const { watch, now, write } = watched();
  await write();
  expect(watch.trouble()).toBeNull();
  now.error = refused("53100");
  for (let i = 0; i < 5; i++) await write();
  expect(watch.trouble()).toBe("disk_full");
  now.error = null;
  await write();
  expect(watch.trouble()).toBeNull();
  expect(now.told).toEqual(["disk_full", null]);
  watch.stop();
});

test.each([
  ["quizzes", "createAs"],
  ["players", "takeSeat"],
  ["accounts", "removeSignIn"],
  ["remotes", "take"],
])("[WR1] %s.%s is a write like the others", async (store, method) => {
  const refuses = async () => {
    throw refused("53100");
  };
  const watch = watchWrites(
    { ...NONE, [store]: { [method]: refuses } },
    { probe: async () => {}, onChange: () => {}, now: () => Date.now() },
  );
  const watchedStore = watch[store as "quizzes"] as unknown as Record<string, () => Promise<unknown>>;
  await expect(watchedStore[method]?.()).rejects.toThrow("refused");
  expect(watch.trouble()).toBe("disk_full");
  watch.stop();
});

test.each([
  ["25006", "read_only"],
  ["42501", "no_permission"],
  ["58030", "failing"],
  ["XX001", "failing"],
  ["ECONNRESET", "failing"],
  // Of this write alone: a conflict, a value that does not fit, a rule that failed.
  ["40001", null],
  ["23505", null],
  ["22021", null],
  ["", null],
])("[WR1] an error %s is %s", async (code, trouble) => {
  const { watch, now, write } = watched();
  now.error = refused(code);
  await write();
  expect(watch.trouble()).toBe(trouble);
  watch.stop();
});

test("[WR1] an idle server writes a little now and then, and finds out", async () => {
  const { watch, now } = watched();
  now.error = refused("53100");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(watch.trouble()).toBe("disk_full");
  expect(now.probes[0]).toBe(false);
  now.error = null;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(watch.trouble()).toBeNull();
  // Recovery is tried with more than a page that is there already.
  expect(now.probes.at(-1)).toBe(true);
  const tried = now.probes.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(now.probes.length - tried).toBeLessThanOrEqual(4);
  watch.stop();
});

test("[WR1] reads tell nothing, and a server that writes is not asked", async () => {
  const { watch, now, write } = watched();
  for (let i = 0; i < 30; i++) {
    await write();
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect(now.probes).toEqual([]);
  now.error = refused("53100");
  await watch.quizzes.get("account", "q").catch(() => null);
  expect(watch.trouble()).toBeNull();
  watch.stop();
});
