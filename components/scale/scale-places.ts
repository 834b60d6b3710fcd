import type { NpsGroup } from "#lib/quiz/kinds/rating/rating-summary.ts";
import type { ScaleSteps } from "#lib/quiz/kinds/steps.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";

/** How many stops the columns have room for: as many in the last as in the others, whether or not the scale has them. */
export function stopsDrawn(bars: readonly Bar[], steps: ScaleSteps): number {
  const [first] = bars;
  if (!first?.range) return Math.max(1, bars.length);
  const width = Math.round((first.range.to - first.range.from) / steps.step) + 1;
  return width * bars.length;
}

/** The first stop, counted from the lower end, that is at least `value`. */
export function firstStop({ min, max, step }: ScaleSteps, value: number): number {
  return Math.max(0, Math.ceil(Math.min(value, max) / step - min / step - 1e-6));
}

/** The last stop that is at most `value`. */
export function lastStop({ min, max, step }: ScaleSteps, value: number): number {
  return Math.max(0, Math.floor(Math.min(value, max) / step - min / step + 1e-6));
}

/** Where a number stands along the columns, 0 to 1. */
export function columnMiddle(steps: ScaleSteps, value: number, stops: number): number {
  return ((value - steps.min) / steps.step + 0.5) / stops;
}

/** The right answers, kept within the scale. */
export function bandOf(steps: ScaleSteps, { number, tolerance }: { number: number; tolerance: number }) {
  return {
    from: Math.max(steps.min, plain(number - tolerance)),
    to: Math.min(steps.max, plain(number + tolerance)),
    at: number,
  };
}

/** Fills for the three groups of the Net Promoter Score; words go with them. */
export const NPS_TONES: Record<NpsGroup, string> = {
  promoter: "bg-success",
  passive: "bg-warning",
  detractor: "bg-danger",
};

function plain(value: number): number {
  return Number(value.toPrecision(12));
}
