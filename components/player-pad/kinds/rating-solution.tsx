import { useFormatter } from "next-intl";
import { ScaleHistogram } from "#components/scale/scale-histogram.tsx";
import { NPS_TONES } from "#components/scale/scale-places.ts";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { netPromoterScore, npsGroup, ratingSummary } from "#lib/quiz/kinds/rating/rating-summary.ts";
import { useWording } from "../use-wording.ts";
import type { SolutionProps } from "./solution-props.ts";

const SIGNED = { signDisplay: "exceptZero" } as const;
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** The player's own number among the room's. */
export function RatingSolution({ question, reveal, response }: SolutionProps) {
  const { t } = useWording();
  const { number } = useFormatter();
  const scaleFigure = useScaleFigure();
  const { steps, nps } = question;
  const { result } = reveal;
  if (!steps || !result) return null;
  const own = response && "number" in response ? response.number : null;
  const { mean } = ratingSummary(result.bars);
  const { score } = netPromoterScore(result.bars);
  if (own === null && result.answered === 0) return null;
  return (
    <div className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      <dl className="grid grid-cols-2 gap-4">
        {own !== null && (
          <div className="grid content-end gap-1">
            <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
            <dd className="display numerals text-2xl">{own}</dd>
          </div>
        )}
        {mean !== null && (
          <div className="grid content-end gap-1">
            <dt className="font-semibold text-ink-muted text-sm">
              {t(nps ? "rating.nps" : "rating.average")}
            </dt>
            <dd className="display numerals text-2xl">
              {nps ? number(score ?? 0, SIGNED) : number(mean, ONE_DIGIT)}
            </dd>
          </div>
        )}
      </dl>
      {result.answered > 0 && (
        <ScaleHistogram
          bars={result.bars}
          steps={steps}
          tone={(bar) => (nps ? NPS_TONES[npsGroup(bar.range?.from ?? 0)] : "bg-accent")}
          own={own}
          figure={scaleFigure}
          spoken={(bar) => t("solution.bar", { label: bar.label, answers: bar.count })}
          letters={40}
          className="h-36 text-sm"
        />
      )}
    </div>
  );
}
