import { describe, expect, test } from "vitest";
import { clockSync } from "#lib/client/connection/clock-sync.ts";
import { countdownAt, countdownTicker } from "#lib/client/time/countdown.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import { virtualBrowser } from "./virtual-browser.ts";

const QUESTION = {
  name: "question",
  index: 0,
  shownAtMs: 3_000,
  opensAtMs: 6_000,
  closesAtMs: 26_000,
} as const;

describe("where a phase stands", () => {
  test.each([
    [0, "upcoming", 3, 0, 3_000],
    [2_999, "upcoming", 1, 2_999, 3_000],
    [3_000, "reading", 3, 0, 3_000],
    [5_500, "reading", 1, 2_500, 3_000],
    [6_000, "open", 20, 0, 20_000],
    [6_001, "open", 20, 1, 20_000],
    [7_000, "open", 19, 1_000, 20_000],
    [25_999, "open", 1, 19_999, 20_000],
    [26_000, "closed", 0, 0, 0],
  ])("[CL15] at %i ms: %s, %i s left", (nowMs, stage, secondsLeft, elapsedMs, durationMs) => {
    expect(countdownAt(QUESTION, nowMs)).toEqual({
      stage,
      secondsLeft,
      elapsedMs,
      durationMs,
      paused: false,
    });
  });

  test("[CL15] without a reading time it opens as it is shown", () => {
    const phase = { ...QUESTION, opensAtMs: 3_000 };
    expect(countdownAt(phase, 2_999).stage).toBe("upcoming");
    expect(countdownAt(phase, 3_000).stage).toBe("open");
  });

  test("[CL15] a question announced early counts more than three seconds, and its animation waits", () => {
    expect(countdownAt(QUESTION, -2_000)).toMatchObject({ stage: "upcoming", secondsLeft: 5, elapsedMs: 0 });
  });

  test("[CL15] a pause holds it where it was", () => {
    const paused: PhaseView = { name: "paused", phase: QUESTION, pausedAtMs: 16_000 };
    expect(countdownAt(paused, 999_000)).toMatchObject({ stage: "open", secondsLeft: 10, paused: true });
  });

  test("[CL15] after a question it counts to the clock's next move, if the clock moves", () => {
    const reveal = {
      name: "reveal",
      index: 0,
      closedAtMs: 26_000,
      advancesAtMs: 33_000,
      settled: true,
    } as const;
    expect(countdownAt(reveal, 30_500)).toMatchObject({ stage: "closed", secondsLeft: 3, durationMs: 7_000 });
    expect(countdownAt({ ...reveal, advancesAtMs: null }, 30_500)).toMatchObject({
      secondsLeft: 0,
      durationMs: 0,
    });
    expect(countdownAt({ name: "lobby" }, 0).stage).toBe("closed");
    expect(countdownAt(null, 0).stage).toBe("closed");
  });
});

describe("the ticker", () => {
  function ticking(phaseFrom: (nowMs: number) => PhaseView) {
    const browser = virtualBrowser();
    const clock = clockSync(browser.platform.clock);
    const ticker = countdownTicker(phaseFrom(browser.now()), clock, browser.platform.timers);
    const seen: string[] = [];
    const stop = ticker.subscribe(() => {
      const { stage, secondsLeft } = ticker.current();
      seen.push(`${stage} ${secondsLeft}`);
    });
    return { browser, clock, ticker, seen, stop };
  }
  const fromNow = (nowMs: number): PhaseView => ({
    name: "question",
    index: 0,
    shownAtMs: nowMs + 2_000,
    opensAtMs: nowMs + 3_500,
    closesAtMs: nowMs + 5_500,
  });

  test("[CL16] rings once per whole second and stage, then is quiet", async () => {
    const { browser, seen } = ticking(fromNow);
    await browser.run(60_000);
    expect(seen).toEqual(["upcoming 1", "reading 2", "reading 1", "open 2", "open 1", "closed 0"]);
    expect(browser.pendingTimers()).toBe(0);
  });

  test("[CL16] its value keeps its identity between turns", async () => {
    const { browser, ticker } = ticking(fromNow);
    const before = ticker.current();
    await browser.run(900);
    expect(ticker.current()).toBe(before);
    await browser.run(200);
    expect(ticker.current()).not.toBe(before);
  });

  test("[CL16] a better estimate of the server's clock moves the turns", async () => {
    const { browser, clock, seen, ticker } = ticking(fromNow);
    const nowMs = browser.now();
    clock.sample({ sentAtMs: nowMs, serverAtMs: nowMs + 4_000, receivedAtMs: nowMs });
    expect(ticker.current()).toMatchObject({ stage: "open", secondsLeft: 2 });
    await browser.run(60_000);
    expect(seen).toEqual(["open 2", "open 1", "closed 0"]);
  });

  test("[CL16] unsubscribed it leaves no timer", () => {
    const { browser, stop } = ticking(fromNow);
    stop();
    expect(browser.pendingTimers()).toBe(0);
  });
});
