import { expect, test } from "vitest";
import { stageSize } from "#components/presenter/stage/stage-size.ts";

/** A window of these measures, at this zoom of its browser. */
const window = (width: number, height: number, zoom = 1) => ({
  outerWidth: width,
  outerHeight: height,
  innerWidth: width / zoom,
  innerHeight: height / zoom,
});

test("[WA8] a projector is filled, whatever its shape", () => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [1024, 768],
    [960, 540],
  ] as const)
    expect(stageSize(window(width, height)).unit).toBeNull();
});

test("[WA8] zoomed to 200 %, the unit stays what it was in CSS pixels, and is so twice as large", () => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 800],
    [1024, 768],
  ] as const) {
    const before = Math.min(width / 100, height * 0.0178);
    expect(stageSize(window(width, height, 2)).unit).toBeGreaterThanOrEqual(before * 0.98);
  }
});

test("[WA8] at 320 pixels the small print is legible and a PIN still fits", () => {
  for (const narrow of [window(320, 640), window(1280, 1024, 4)]) {
    const { unit } = stageSize(narrow);
    expect(unit).toBeGreaterThanOrEqual(9);
    expect((unit ?? 0) * 35).toBeLessThanOrEqual(320);
  }
});
