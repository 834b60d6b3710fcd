import type { CSSProperties } from "react";

/** In stage units: frame, header and the gap below it. */
const ABOVE_AND_BELOW = 13;
/** A row and the gap below it. */
const PITCH = 1.12;

/** The height of a row, so that all of them fill the stage, and two or three do not become giants. */
export function boardRowStyle(rows: number, most = 6): CSSProperties {
  return {
    "--row": `min(calc(var(--u) * ${most}), calc((100dvh - var(--u) * ${ABOVE_AND_BELOW}) / ${rows * PITCH}))`,
  };
}
