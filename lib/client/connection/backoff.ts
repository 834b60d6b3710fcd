import type { Random } from "../../kernel/random.ts";

const SHORTEST_MS = 250;
const LONGEST_MS = 10_000;

/**
 * How long to wait before the try after `failures` failures: uniform between 250 ms and a ceiling that doubles from
 * 500 ms to 10 s. The whole width is random ("full jitter"), so a room that was cut off together does not come back together.
 */
export function backoffMs(failures: number, random: Random, longestMs = LONGEST_MS): number {
  const ceilingMs = Math.min(longestMs, SHORTEST_MS * 2 ** Math.min(Math.max(failures, 1), 20));
  return SHORTEST_MS + random() * (ceilingMs - SHORTEST_MS);
}
