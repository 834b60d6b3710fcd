import { netPromoterScore, ratingSummary } from "#lib/quiz/kinds/rating/rating-summary.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";

const means = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("en", { signDisplay: "exceptZero" });

/** The result of a rating, in one line. */
export function RatingLine({ bars }: { bars: readonly Bar[] }) {
  const { mean } = ratingSummary(bars);
  if (mean === null) return null;
  const isNps = bars[0]?.range?.from === 0;
  const { score, promoters, detractors } = netPromoterScore(bars);
  return (
    <p className="numerals">
      <strong className="display text-2xl">{isNps ? signed.format(score ?? 0) : means.format(mean)}</strong>{" "}
      <span className="text-ink-muted">
        {isNps
          ? `Net Promoter Score: ${promoters} promoters, ${detractors} detractors`
          : `on average, of ${bars.length}`}
      </span>
    </p>
  );
}
