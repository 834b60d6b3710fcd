import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { LeaderboardEntry } from "#lib/leaderboard/leaderboard-store.ts";
import { memoryLeaderboard } from "#lib/leaderboard/memory-leaderboard.ts";
import { resilientLeaderboard } from "#lib/leaderboard/resilient-leaderboard.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const entry = (seq: number, score: number): LeaderboardEntry => ({
  playerId: `p${seq}`,
  name: `Player ${seq}`,
  seq,
  score,
  correctTimeMs: 0,
});

/** A store that can be told to fail or hang, over a truth that can be slow or away. */
function setUp() {
  const store = memoryLeaderboard();
  const faults = { mode: "fine" as "fine" | "failing" | "hanging", truthAway: false, calls: 0, loads: 0 };
  const primary = new Proxy(store, {
    get: (target, name: keyof typeof store) =>
      ((...args: unknown[]) => {
        faults.calls++;
        if (faults.mode === "failing") return Promise.reject(new Error("connection lost"));
        if (faults.mode === "hanging") return new Promise(() => {});
        return (target[name] as (...given: unknown[]) => unknown)(...args);
      }) as never,
  });
  const truth = new Map<string, LeaderboardEntry>();
  const loading = { until: Promise.resolve() };
  const changes: boolean[] = [];
  const board = resilientLeaderboard({
    primary,
    async loadEntries() {
      faults.loads++;
      if (faults.truthAway) throw new Error("no database");
      const snapshot = [...truth.values()];
      await loading.until;
      return snapshot;
    },
    onDegraded: (degraded) => changes.push(degraded),
  });
  const put = (...entries: LeaderboardEntry[]) => {
    for (const each of entries) truth.set(each.playerId, each);
    return board.put("s", entries);
  };
  const first = async () => (await board.top("s", 1)).map(({ playerId, score }) => `${playerId} ${score}`)[0];
  return { board, store, faults, truth, put, first, changes, loading };
}

test("[LB12] the first read of a session takes it from the truth, later ones do not", async () => {
  const { truth, faults, first } = setUp();
  truth.set("p1", entry(1, 10));
  expect(await first()).toBe("p1 10");
  expect(await first()).toBe("p1 10");
  expect(faults.loads).toBe(1);
});

test("[LB12] what is read of a session in one turn asks once whether the store holds all of it", async () => {
  const { truth, faults, first, board } = setUp();
  truth.set("p1", entry(1, 10));
  await first();
  faults.calls = 0;
  await Promise.all([board.top("s", 1), board.cuts("s", 4), board.size("s")]);
  expect(faults.calls).toBe(4);
});

test("[LB12] places after a put come from a store that holds all of the session, and otherwise from the truth", async () => {
  const { truth, store, board, faults } = setUp();
  const places = async (score: number) => {
    truth.set("p1", entry(1, score));
    return Object.fromEntries(await board.putAndPlace("s", [entry(1, score)]));
  };
  truth.set("p2", entry(2, 500));
  expect(await places(10)).toMatchObject({ p1: { rank: 2 } });
  faults.calls = 0;
  expect(await places(600)).toMatchObject({ p1: { rank: 1, score: 600 } });
  expect(faults.calls).toBe(2);
  await store.clear("s");
  expect(await places(400)).toMatchObject({ p1: { rank: 2, score: 400 } });
  faults.mode = "failing";
  expect(await places(700)).toMatchObject({ p1: { rank: 1, score: 700 } });
});

test("[LB13] what is put while the truth is read is newer than what was read", async () => {
  const { truth, put, first, loading, board } = setUp();
  truth.set("p1", entry(1, 10));
  truth.set("p2", entry(2, 11));
  let release = () => {};
  loading.until = new Promise((resolve) => {
    release = resolve;
  });
  const reading = first();
  await vi.advanceTimersByTimeAsync(1);
  await put(entry(1, 50));
  await board.remove("s", ["p2"]);
  release();
  expect(await reading).toBe("p1 50");
  expect(await board.size("s")).toBe(1);
});

test("[LB15] while the store fails, boards come from the truth and from what this node writes", async () => {
  const { put, first, faults, truth, board, changes } = setUp();
  await put(entry(1, 10));
  await first();
  faults.mode = "failing";
  await put(entry(2, 20));
  expect(await first()).toBe("p2 20");
  truth.set("p3", entry(3, 30));
  expect(await first()).toBe("p2 20");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await first()).toBe("p3 30");
  await put(entry(2, 40));
  expect(await first()).toBe("p2 40");
  expect(board.degraded()).toBe(true);
  expect(changes).toEqual([true]);
});

test("[LB15] the truth is read at most once a second, however many read the board", async () => {
  const { put, first, faults } = setUp();
  await put(entry(1, 10));
  faults.mode = "failing";
  for (let i = 0; i < 40; i++) {
    await Promise.all([first(), first(), first()]);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(faults.loads).toBeLessThanOrEqual(5);
});

test("[LB16] while the circuit is open nobody waits for the store, and only the probe asks it", async () => {
  const { put, first, faults } = setUp();
  await put(entry(1, 10));
  await first();
  faults.mode = "hanging";
  const reading = first();
  await vi.advanceTimersByTimeAsync(1_001);
  expect(await reading).toBe("p1 10");
  faults.calls = 0;
  for (let i = 0; i < 50; i++) await first();
  expect(faults.calls).toBe(0);
  await vi.advanceTimersByTimeAsync(500);
  expect(faults.calls).toBe(1);
});

test("[LB15] sessions on another part of the store than the one that is away come from the store all along", async () => {
  const store = memoryLeaderboard();
  const loads: string[] = [];
  let away = "";
  const changes: boolean[] = [];
  const primary = new Proxy(store, {
    get: (target, name: keyof typeof store) =>
      ((sessionId: string, ...args: unknown[]) =>
        sessionId === away
          ? Promise.reject(new Error("connection lost"))
          : (target[name] as (...given: unknown[]) => unknown)(sessionId, ...args)) as never,
  });
  const board = resilientLeaderboard({
    primary,
    async loadEntries(sessionId) {
      loads.push(sessionId);
      return [entry(1, 10)];
    },
    partOf: (sessionId) => sessionId,
    onDegraded: (degraded) => changes.push(degraded),
  });
  const top = async (sessionId: string) => (await board.top(sessionId, 1))[0]?.playerId;
  for (const sessionId of ["lost", "well"]) expect(await top(sessionId)).toBe("p1");
  away = "lost";
  loads.length = 0;
  for (let i = 0; i < 3; i++) {
    for (const sessionId of ["lost", "well"]) expect(await top(sessionId)).toBe("p1");
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect(new Set(loads)).toEqual(new Set(["lost"]));
  expect(board.degraded()).toBe(true);
  away = "";
  await vi.advanceTimersByTimeAsync(600);
  expect(board.degraded()).toBe(false);
  expect(changes).toEqual([true, false]);
  board.close();
});

test("[LB17] when the store is back, what was missed is mended before it is believed", async () => {
  const { put, first, faults, store, board, changes } = setUp();
  await put(entry(1, 10));
  await first();
  faults.mode = "failing";
  await put(entry(2, 20));
  expect(await store.size("s")).toBe(1);
  expect(await store.isComplete("s")).toBe(true);
  faults.mode = "fine";
  await vi.advanceTimersByTimeAsync(600);
  expect(board.degraded()).toBe(false);
  expect(await store.size("s")).toBe(2);
  expect(await first()).toBe("p2 20");
  expect(changes).toEqual([true, false]);
});

test("[LB15] with store and truth away the last known board is shown", async () => {
  const { put, first, faults } = setUp();
  await put(entry(1, 10));
  faults.mode = "failing";
  expect(await first()).toBe("p1 10");
  faults.truthAway = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await first()).toBe("p1 10");
  await put(entry(1, 15));
  expect(await first()).toBe("p1 15");
});

test("[LB15] with store and truth away and nothing known, a read fails and a write does not", async () => {
  const { put, first, faults } = setUp();
  faults.mode = "failing";
  faults.truthAway = true;
  await put(entry(1, 10));
  await expect(first()).rejects.toThrow("no database");
});
