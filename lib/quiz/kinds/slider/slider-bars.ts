import type { ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import { plainNumber, type ScaleSteps, stepAt, stepCount } from "../steps.ts";

interface Slider extends ScaleSteps {
  correct: number;
  margin: number;
  unit?: string | undefined;
}

/** As many columns as a phone tells apart. */
const MAX_BARS = 25;

/**
 * A histogram over the whole slider, ends included: one bar for each step, or for as many steps as make 25 bars at
 * most. A bar is right if the margin reaches into it.
 */
export function sliderBars(question: Slider, rows: readonly ResponseCount[]): Bar[] {
  const { min, step, correct, margin } = question;
  const stops = stepCount(question) + 1;
  const width = Math.ceil(stops / MAX_BARS);
  const unit = question.unit ? ` ${question.unit}` : "";
  const bars: Bar[] = [];
  for (let first = 0; first < stops; first += width) {
    const from = stepAt(question, first);
    const to = stepAt(question, Math.min(first + width, stops) - 1);
    bars.push({
      label: from === to ? `${from}${unit}` : `${from} to ${to}${unit}`,
      count: 0,
      correct: to >= plainNumber(correct - margin) && from <= plainNumber(correct + margin),
      range: { from, to },
    });
  }
  for (const { response, count } of rows) {
    if (!("number" in response)) continue;
    const bar = bars[Math.floor(Math.round((response.number - min) / step) / width)];
    if (bar) bar.count += count;
  }
  return bars;
}
