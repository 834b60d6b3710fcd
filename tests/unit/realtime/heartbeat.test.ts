import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Connection } from "#lib/realtime/connection.ts";
import { createHeartbeat, type Heartbeat, measurePong } from "#lib/realtime/heartbeat.ts";

/** Sockets without a network: what is sent to them is at hand, and what they answer is up to the test. */
let heartbeat: Heartbeat;
let busy = false;
const closes: string[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  closes.length = 0;
  busy = false;
  heartbeat = createHeartbeat({ now: () => Date.now(), busy: () => busy, onBeat() {} });
});
afterEach(() => {
  heartbeat.stop();
  vi.useRealTimers();
});

/** A socket that talks all the time; `answers` says whether it also answers pings. */
function talker(answers: () => boolean) {
  const ws = {
    bufferedAmount: 0,
    ping: (payload: Buffer) => answers() && measurePong(connection, payload),
    close: (code: number) => closes.push(String(code)),
    terminate: () => closes.push("cut"),
  };
  const connection = new Connection(
    ws as never,
    { skipped() {}, left: (gone) => heartbeat.remove(gone) },
    { wire: new PassThrough(), caller: { address: "" }, cookie: null, nowMs: 0 },
  );
  connection.stage = { name: "entering" };
  heartbeat.add(connection);
  heartbeat.sample(connection);
  const talk = setInterval(() => {
    connection.heard = true;
  }, 1_000);
  return { connection, stop: () => clearInterval(talk) };
}

test("[RT13] who talks but does not get our pings for a whole turn is sent away to come back", () => {
  let reads = true;
  const { connection } = talker(() => reads);
  vi.advanceTimersByTime(120_000);
  expect(connection.open).toBe(true);
  reads = false;
  vi.advanceTimersByTime(51_000);
  expect(closes).toEqual(["4001"]);
});

test("[RT13] silence for a whole turn ends a socket", () => {
  let there = true;
  const { connection, stop } = talker(() => there);
  vi.advanceTimersByTime(30_000);
  there = false;
  stop();
  vi.advanceTimersByTime(51_000);
  expect(connection.open).toBe(false);
  expect(closes).toEqual([expect.any(String), "cut"]);
});

test("[RT13] after a stop of this process nobody is given up for a whole turn", () => {
  let reads = true;
  const { connection } = talker(() => reads);
  vi.advanceTimersByTime(30_000);
  reads = false;
  vi.advanceTimersByTime(20_000);
  // Frozen: the clock goes on, timers do not run.
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(20_000);
  expect(connection.open).toBe(true);
  reads = true;
  vi.advanceTimersByTime(60_000);
  expect(connection.open).toBe(true);
});

test("[RT14] whoever comes in is measured five times within seconds", () => {
  const pingsAtMs: number[] = [];
  const { stop } = talker(() => pingsAtMs.push(Date.now()) > 0);
  vi.advanceTimersByTime(4_500);
  expect(pingsAtMs).toHaveLength(5);
  for (let i = 1; i < 5; i++) expect(pingsAtMs[i]! - pingsAtMs[i - 1]!).toBe(750);
  stop();
});

test("[RT14] a rush is measured when it is over, and everybody is", () => {
  busy = true;
  const pings = new Array<number>(2_000).fill(0);
  for (const i of pings.keys()) talker(() => ++pings[i]! > 0).stop();
  const measured = () => pings.filter((count) => count > 0).length;
  vi.advanceTimersByTime(1_000);
  expect(measured()).toBeLessThanOrEqual(100);
  busy = false;
  vi.advanceTimersByTime(10_000);
  expect(pings.every((count) => count === 5)).toBe(true);
});
