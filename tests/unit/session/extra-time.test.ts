import { expect, test } from "vitest";
import { extraMs, isAllowed, timeFactor } from "#lib/session/extra-time.ts";

const window = { opensAtMs: 1_000, closesAtMs: 21_000 };

test("[XT2] more time is a share of what the room has, added time included", () => {
  expect(extraMs(undefined, window)).toBe(0);
  expect(extraMs("1.5x", window)).toBe(10_000);
  expect(extraMs("2x", window)).toBe(20_000);
  expect(extraMs("2x", { ...window, closesAtMs: 31_000 })).toBe(30_000);
  expect(extraMs("unlimited", window)).toBe(600_000);
});

test("[AN2] [XT4] nobody's time goes on when the host has closed the question", () => {
  expect(extraMs("2x", { ...window, closesAtMs: 9_000, cutAtMs: 9_000 })).toBe(0);
  // Closed for the room already: what is left is what has passed since.
  expect(extraMs("unlimited", { ...window, cutAtMs: 40_000 })).toBe(19_000);
});

test("[XT3] time without a limit is measured like a doubled one", () => {
  expect([undefined, "1.5x", "2x", "unlimited"].map((extra) => timeFactor(extra as "2x"))).toEqual([
    1, 1.5, 2, 2,
  ]);
});

test("[XT1] nobody gets more than the host allows", () => {
  const allowed = (rule: "off" | "limited" | "unlimited") =>
    ([null, "1.5x", "2x", "unlimited"] as const).filter((extra) => isAllowed(extra, rule));
  expect(allowed("off")).toEqual([null]);
  expect(allowed("limited")).toEqual([null, "1.5x", "2x"]);
  expect(allowed("unlimited")).toEqual([null, "1.5x", "2x", "unlimited"]);
});
