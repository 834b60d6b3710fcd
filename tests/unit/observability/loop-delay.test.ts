import { afterEach, expect, test, vi } from "vitest";
import { type LoopDelay, watchLoop } from "#lib/observability/loop-delay.ts";

let loop: LoopDelay;
afterEach(() => {
  loop.stop();
  vi.useRealTimers();
});

/** A clock and its timers, and a stall that only the clock sees. */
function watched() {
  vi.useFakeTimers();
  let nowMs = 5_000;
  loop = watchLoop(() => nowMs);
  return {
    passes(ms: number) {
      for (let leftMs = ms; leftMs > 0; leftMs -= 50) {
        nowMs += 50;
        vi.advanceTimersByTime(50);
      }
    },
    isHeld(ms: number) {
      nowMs += ms;
    },
  };
}

test("[SE4] a loop that turns punctually delays nothing", () => {
  const { passes, isHeld } = watched();
  passes(3_000);
  expect(loop.delayMs()).toBe(0);
  isHeld(60);
  expect(loop.delayMs()).toBe(0);
});

test("[SE4] how long the loop was held is known at once, remembered for what is still to be read, then forgotten", () => {
  const { passes, isHeld } = watched();
  passes(200);
  isHeld(1_500);
  // Frames are read before the timer rings.
  expect(loop.delayMs()).toBe(1_500);
  passes(50);
  expect(loop.delayMs()).toBeGreaterThanOrEqual(1_500);
  passes(800);
  expect(loop.delayMs()).toBeGreaterThanOrEqual(1_500);
  passes(1_000);
  expect(loop.delayMs()).toBe(0);
});

test("[SE4] a loop that is really held is seen to be", async () => {
  loop = watchLoop(() => performance.now());
  const untilMs = performance.now() + 300;
  while (performance.now() < untilMs);
  expect(loop.delayMs()).toBeGreaterThanOrEqual(300);
  await new Promise(setImmediate);
  expect(loop.delayMs()).toBeGreaterThanOrEqual(250);
});
