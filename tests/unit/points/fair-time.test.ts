import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CREDIT_CAP_MS, fairElapsedMs, MIN_ELAPSED_MS } from "#lib/points/fair-time.ts";

const OPENS = 1_000_000;

describe("fair time", () => {
  test.each<[string, number, number | null | undefined, number | null, number]>([
    ["no claim", 3_000, undefined, 100, 3_000],
    ["no measured round trip", 3_000, 2_900, null, 3_000],
    ["an honest claim", 3_000, 2_960, 100, 2_960],
    ["a claim beyond half the round trip", 3_000, 2_000, 100, 2_950],
    ["a slow network", 3_000, 2_600, 900, 2_750],
    ["a press in the future", 3_000, 3_500, 100, 3_000],
    ["a press before the question opened", 3_000, -5_000, 100, 2_950],
    ["a reflex", 150, 140, 20, 200],
    ["an answer that arrived before the opening", -40, -60, 20, 200],
    ["a claim that is no number", 3_000, Number.NaN, 100, 3_000],
    ["a negative round trip", 3_000, 2_900, -100, 3_000],
    ["fractions of a millisecond", 3_000, 2_999.5, 100, 3_000],
  ])("[SC2] %s", (_what, received, pressed, minRttMs, expected) => {
    const pressedAtMs = typeof pressed === "number" ? OPENS + pressed : pressed;
    expect(fairElapsedMs({ receivedAtMs: OPENS + received, opensAtMs: OPENS, pressedAtMs, minRttMs })).toBe(
      expected,
    );
  });

  test("[XT3] with more time, the same share of one's own time counts the same", () => {
    const timing = { receivedAtMs: OPENS + 10_000, opensAtMs: OPENS, minRttMs: null };
    expect(fairElapsedMs({ ...timing, timeFactor: 2 })).toBe(5_000);
    expect(fairElapsedMs({ ...timing, timeFactor: 1.5 })).toBe(6_667);
    expect(fairElapsedMs({ ...timing, receivedAtMs: OPENS + 300, timeFactor: 2 })).toBe(MIN_ELAPSED_MS);
  });

  test.each<[string, number, number | undefined, number]>([
    ["in the grace", 20_300, undefined, 20_000],
    ["pressed before the close, in the grace", 20_100, 19_900, 19_900],
    ["pressed at the close, and here before it", 19_700, 20_000, 20_000],
    ["by a clock that is far ahead", 5_000, 20_000, 5_000],
  ])("[AN2] nobody answers after the close: %s", (_what, received, pressed, expected) => {
    const timing = { receivedAtMs: OPENS + received, opensAtMs: OPENS, closesAtMs: OPENS + 20_000 };
    const pressedAtMs = pressed === undefined ? null : OPENS + pressed;
    expect(fairElapsedMs({ ...timing, pressedAtMs, minRttMs: 400 })).toBe(expected);
  });

  test("[SC2] nobody gains more than half the measured round trip and the cap, whatever they claim", () => {
    const time = fc.double({ min: -100_000, max: 700_000, noNaN: true });
    const claim = fc.option(fc.double());
    const rtt = fc.option(fc.double({ min: 0, max: 10_000, noNaN: true }));
    fc.assert(
      fc.property(time, claim, rtt, (received, pressedAtMs, minRttMs) => {
        const elapsed = fairElapsedMs({ receivedAtMs: received, opensAtMs: 0, pressedAtMs, minRttMs });
        expect(Number.isInteger(elapsed)).toBe(true);
        expect(elapsed).toBeGreaterThanOrEqual(MIN_ELAPSED_MS);
        const credit = Math.min((minRttMs ?? 0) / 2, CREDIT_CAP_MS);
        expect(elapsed).toBeGreaterThanOrEqual(received - credit);
        expect(elapsed).toBeLessThanOrEqual(Math.max(MIN_ELAPSED_MS, Math.ceil(received)));
      }),
    );
  });
});
