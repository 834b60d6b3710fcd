export interface Spread {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

const NOTHING: Spread = {
  count: 0,
  p50: Number.NaN,
  p95: Number.NaN,
  p99: Number.NaN,
  max: Number.NaN,
};

/** Exact percentiles (nearest rank); NaN where there are no samples. */
export function spreadOf(samples: readonly number[] | Float64Array): Spread {
  if (samples.length === 0) return NOTHING;
  const sorted = Float64Array.from(samples).sort();
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The median of a few runs: the middle one, or the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  if (sorted.length % 2 === 1) return sorted[Math.floor(middle)] ?? Number.NaN;
  return ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The least-squares line through points, in y per x, and half the width of its slope's 95 % confidence interval. */
export function lineThrough(points: readonly { x: number; y: number }[]): {
  slope: number;
  halfWidth: number;
} {
  const free = points.length - 2;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const squares = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / squares;
  const off = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  // Student's t for 95 %: 1.96 for many points, a little more for few.
  const t = 1.96 + 2.4 / free;
  return { slope, halfWidth: t * Math.sqrt(off / free / squares) };
}
