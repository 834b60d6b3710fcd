import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { opened } from "#lib/postgres/embedded/opening.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ALIVE = new Promise<Error>(() => {});

function opening(dead = ALIVE) {
  const thread = new EventEmitter();
  const said: number[] = [];
  let outcome = "open yet?";
  opened(thread, dead, (seconds) => said.push(seconds)).then(
    () => {
      outcome = "opened";
    },
    (error: Error) => {
      outcome = error.message;
    },
  );
  return { thread, said, outcome: () => outcome };
}

test("[EM9] a machine that takes minutes is waited for, and every 20 seconds that is said", async () => {
  const { thread, said, outcome } = opening();
  await vi.advanceTimersByTimeAsync(190_000);
  expect(said).toEqual([20, 40, 60, 80, 100, 120, 140, 160, 180]);
  thread.emit("message", { type: "ready" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(outcome()).toBe("opened");
  expect(said).toHaveLength(9);
});

test("[EM9] one that opens at once says nothing", async () => {
  const { thread, said, outcome } = opening();
  await vi.advanceTimersByTimeAsync(2_000);
  thread.emit("message", { type: "ready" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect([outcome(), said]).toEqual(["opened", []]);
});

test("[EM6] what cannot be opened is told with its reason, and so is a thread that dies", async () => {
  const failed = opening();
  failed.thread.emit("message", { type: "failed", reason: "damaged" });
  const died = opening(Promise.resolve(new Error("its thread ended")));
  await vi.advanceTimersByTimeAsync(0);
  expect([failed.outcome(), died.outcome()]).toEqual(["damaged", "its thread ended"]);
});

test("[EM9] what has not opened within ten minutes is given up", async () => {
  const { outcome } = opening();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(outcome()).toBe("it did not answer within 10 minutes");
});
