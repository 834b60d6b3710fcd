import type { Bar } from "../../public-shapes.ts";

export interface ValueCount {
  value: number;
  count: number;
}

/** `from` inclusive, `to` exclusive; the outer ranges are open. */
export interface Range {
  from: number;
  to: number;
  label: string;
  numbers: NonNullable<Bar["numbers"]>;
  count: number;
}

/** Inner ranges aimed for; with the open one at either end the result still fits a screen. */
const INNER_RANGES = 6;

/** The share of answers at either end that the scale ignores, so that one 999999999 does not flatten everybody else. */
const TAIL = 0.05;

/** No range narrower than this share of the numbers themselves: doubles cannot count such steps. */
const FINEST = 1e-12;

/**
 * Counts in ranges of a round width (1, 2 or 5 times a power of ten) over where most answers lie; what is further out
 * falls in an open range at either end. `values` are ascending and distinct, and not empty.
 */
export function histogram(values: readonly ValueCount[]): Range[] {
  const low = quantile(values, TAIL);
  const high = quantile(values, 1 - TAIL);
  const whole = values.every(({ value }) => Number.isInteger(value));
  const wanted = (high - low) / INNER_RANGES || Math.abs(low) / 100 || 1;
  const width = roundWidth(
    Math.max(wanted, whole ? 1 : 0, FINEST * Math.max(Math.abs(low), Math.abs(high), FINEST)),
  );
  const first = Math.floor(low / width);
  const last = Math.floor(high / width);

  const ranges: Range[] = [];
  const start = edge(first, width);
  const end = edge(last + 1, width);
  ranges.push({
    from: Number.NEGATIVE_INFINITY,
    to: start,
    label: `less than ${start}`,
    numbers: { below: start },
    count: 0,
  });
  for (let i = first; i <= last; i++) {
    const from = edge(i, width);
    const to = edge(i + 1, width);
    ranges.push({
      from,
      to,
      label: rangeLabel(from, to, whole),
      numbers: rangeNumbers(from, to, whole),
      count: 0,
    });
  }
  ranges.push({
    from: end,
    to: Number.POSITIVE_INFINITY,
    label: `${end} or more`,
    numbers: { from: end },
    count: 0,
  });

  for (const { value, count } of values) {
    const range = ranges.find(({ to }) => value < to);
    if (range) range.count += count;
  }
  return ranges.filter(({ from, to, count }) => count > 0 || (Number.isFinite(from) && Number.isFinite(to)));
}

function rangeLabel(from: number, to: number, whole: boolean): string {
  if (!whole) return `${from} to < ${to}`;
  return to - from === 1 ? String(from) : `${from} to ${to - 1}`;
}

function rangeNumbers(from: number, to: number, whole: boolean): Range["numbers"] {
  return whole ? { from, to: to - 1 } : { from, below: to };
}

function quantile(values: readonly ValueCount[], share: number): number {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  let seen = 0;
  for (const { value, count } of values) {
    seen += count;
    if (seen >= total * share) return value;
  }
  return (values.at(-1) as ValueCount).value;
}

/** The smallest of 1, 2, 5 × 10^k that is at least `width`. */
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((s) => s * power >= width * (1 - 1e-9)) as number;
  return step * power;
}

/** `i` widths from zero, without the noise of multiplying by 0.1. */
function edge(i: number, width: number): number {
  return Number((i * width).toPrecision(15));
}
