import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTicker, FEEDS_AT_ONCE, TICK_MS, type Ticker } from "#lib/realtime/ticker.ts";

let ticker: Ticker;
const errors: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  errors.length = 0;
  ticker = createTicker({ now: () => Date.now(), onError: (error) => errors.push(error) });
});
afterEach(() => {
  ticker.stop();
  vi.useRealTimers();
});

/** A feed that takes `takesMs` and then rests `restMs`. */
function feed({ restMs = 0, takesMs = 0 } = {}) {
  const runs: number[] = [];

  return {
    runs,

    async run() {
      runs.push(Date.now());

      if (takesMs > 0) await new Promise((resolve) => setTimeout(resolve, takesMs));

      return restMs;
    },
  };
}

test("[RT4] many marks are one run", async () => {
  const board = feed();
  for (let i = 0; i < 50; i++) ticker.mark(board);
  await vi.advanceTimersByTimeAsync(10 * TICK_MS);
  expect(board.runs.length).toBe(1);
});

test("[RT4] a feed rests as long as it asked to, and then tells what came meanwhile", async () => {
  const board = feed({ restMs: 1_000 });
  ticker.mark(board);
  await vi.advanceTimersByTimeAsync(TICK_MS);
  ticker.mark(board);
  await vi.advanceTimersByTimeAsync(900);
  expect(board.runs.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(board.runs.length).toBe(2);
});

test("[RT4] runs of one feed never overlap, and those of others do not wait for it", async () => {
  const [slow, quick] = [feed({ takesMs: 1_000 }), feed()];
  ticker.mark(slow);
  await vi.advanceTimersByTimeAsync(TICK_MS);
  ticker.mark(slow);
  ticker.mark(quick);
  await vi.advanceTimersByTimeAsync(500);
  expect([slow.runs.length, quick.runs.length]).toEqual([1, 1]);
  await vi.advanceTimersByTimeAsync(600);
  expect(slow.runs.length).toBe(2);
});

test("[RT4] when feeds of many rooms are due at once, whatever has come in has its turn between them", async () => {
  const boards = Array.from({ length: FEEDS_AT_ONCE * 2 + 1 }, () => feed({ restMs: 250 }));
  for (const board of boards) ticker.mark(board);
  const ran = () => boards.filter(({ runs }) => runs.length > 0).length;
  vi.advanceTimersToNextTimer();
  expect(ran()).toBe(FEEDS_AT_ONCE);
  vi.advanceTimersToNextTimer();
  expect(ran()).toBe(FEEDS_AT_ONCE * 2);
  await vi.advanceTimersByTimeAsync(TICK_MS);
  expect(ran()).toBe(boards.length);
});

test("a feed that fails is told of and may run again", async () => {
  const failing = { run: vi.fn(() => Promise.reject(new Error("no board"))) };
  ticker.mark(failing);
  await vi.advanceTimersByTimeAsync(TICK_MS);
  ticker.mark(failing);
  await vi.advanceTimersByTimeAsync(2_000);
  expect([failing.run.mock.calls.length, errors.length]).toEqual([2, 2]);
});

test("with nothing to tell there is no timer", async () => {
  ticker.mark(feed({ restMs: 200 }));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(vi.getTimerCount()).toBe(0);
});
