import { expect, test } from "vitest";
import {
  BOARD_AT_LEAST_EVERY_MS,
  BOARD_EVERY_MS,
  BroadcastLoad,
  CALM_SHARE,
  CORE_SHARE,
} from "#lib/realtime/broadcast-load.ts";

test("[RT5] a small room gets four boards a second", () => {
  expect(new BroadcastLoad().intervalAfter("room", 0.2, 0)).toBe(BOARD_EVERY_MS);
});

test("[RT5] a room whose boards would take 1 % of a core gets fewer, but one a second", () => {
  expect(new BroadcastLoad().intervalAfter("hundreds", 7, 0)).toBeCloseTo(7 / CALM_SHARE);
  expect(new BroadcastLoad().intervalAfter("thousands", 50, 0)).toBe(BOARD_AT_LEAST_EVERY_MS);
});

test("[RT5] a giant room slows down until its boards take 15 % of a core", () => {
  const interval = new BroadcastLoad().intervalAfter("giant", 210, 0);
  expect(210 / interval).toBeCloseTo(CORE_SHARE);
});

test("[RT5] many middling rooms share the 15 %", () => {
  const load = new BroadcastLoad();
  let core = 0;
  for (let round = 0; round < 2; round++) {
    core = 0;
    for (let i = 0; i < 200; i++) core += 1.5 / load.intervalAfter(`room ${i}`, 1.5, round);
  }
  expect(core).toBeCloseTo(CORE_SHARE, 2);
});

test("[RT5] a small room beside a giant stays quick", () => {
  const load = new BroadcastLoad();
  load.intervalAfter("giant", 200, 0);
  expect(load.intervalAfter("small", 0.2, 0)).toBeLessThan(BOARD_EVERY_MS * 1.1);
});

test("rooms that have gone quiet are forgotten", () => {
  const load = new BroadcastLoad();
  for (let i = 0; i < 200; i++) load.intervalAfter(`room ${i}`, 2, 0);
  expect(load.intervalAfter("late", 0.2, 6_000)).toBe(BOARD_EVERY_MS);
});
