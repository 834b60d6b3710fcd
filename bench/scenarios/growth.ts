import { lineThrough, medianOf } from "../measure/percentiles.ts";
import type { Vitals } from "../measure/vitals.ts";
import type { Figures } from "../report/figures.ts";

/** The time before fills caches, compiles, and keeps games that have just ended, for players who come back. */
const SETTLED_FROM = 0.4;
const MINUTE_MS = 60_000;
/** So many samples at both ends say where a count stood. */
const ENDS = 10;

/** Whether a server grew over a soak, by what it held at the same moment of each question. */
export function growthOf(vitals: readonly Vitals[]): Figures {
  const settled = vitals.slice(Math.floor(vitals.length * SETTLED_FROM));
  if (settled.length < 3) return {};
  const line = (of: (each: Vitals) => number) =>
    lineThrough(settled.map((each) => ({ x: each.atMs / MINUTE_MS, y: of(each) })));
  const grown = (of: (each: Vitals) => number) =>
    medianOf(settled.slice(-ENDS).map(of)) - medianOf(settled.slice(0, ENDS).map(of));
  const rss = line((each) => each.rssKb);
  const heap = line((each) => each.heapKb);
  return {
    rssSlopeKbPerMinute: rss.slope,
    rssSlopeNoiseKbPerMinute: rss.halfWidth,
    rssSlopeOverNoise: rss.slope / rss.halfWidth,
    heapSlopeKbPerMinute: heap.slope,
    heapSlopeNoiseKbPerMinute: heap.halfWidth,
    timersGrown: grown((each) => each.timers),
    handlesGrown: grown((each) => each.handles),
    listenersGrown: grown((each) => each.listeners),
    loopDelayP99Ms: medianOf(settled.map((each) => each.loopDelayP99Ms)),
  };
}
