interface RatingBar {
  count: number;
  range?: { from: number; to: number } | undefined;
}

export interface RatingSummary {
  answered: number;
  /** Null without answers. */
  mean: number | null;
}

export interface NetPromoterScore {
  promoters: number;
  passives: number;
  detractors: number;
  /** Percent of promoters less percent of detractors: −100 to 100, a whole number. Null without answers. */
  score: number | null;
}

export function ratingSummary(bars: readonly RatingBar[]): RatingSummary {
  const answered = sumOf(bars, () => 1);
  return { answered, mean: answered === 0 ? null : sumOf(bars, (value) => value) / answered };
}

/** As Reichheld defined it in 2003: 9 and 10 promote, 0 to 6 detract. */
export function netPromoterScore(bars: readonly RatingBar[]): NetPromoterScore {
  const within = (from: number, to: number) => sumOf(bars, (value) => (value >= from && value <= to ? 1 : 0));
  const [detractors, passives, promoters] = [within(0, 6), within(7, 8), within(9, 10)];
  const answered = detractors + passives + promoters;
  const score = answered === 0 ? null : Math.round(((promoters - detractors) / answered) * 100) + 0;
  return { promoters, passives, detractors, score };
}

export type NpsGroup = "promoter" | "passive" | "detractor";

export function npsGroup(value: number): NpsGroup {
  if (value >= 9) return "promoter";
  return value >= 7 ? "passive" : "detractor";
}

function sumOf(bars: readonly RatingBar[], weight: (value: number) => number): number {
  return bars.reduce((sum, { count, range }) => sum + (range ? count * weight(range.from) : 0), 0);
}
