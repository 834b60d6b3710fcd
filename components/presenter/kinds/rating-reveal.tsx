import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { Written } from "#components/rich-text/written.tsx";
import { ScaleHistogram } from "#components/scale/scale-histogram.tsx";
import { NPS_TONES } from "#components/scale/scale-places.ts";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { classNames } from "#components/ui/class-names.ts";
import { netPromoterScore, npsGroup, ratingSummary } from "#lib/quiz/kinds/rating/rating-summary.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";

const SIGNED = { signDisplay: "exceptZero" } as const;
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

type RatingRevealProps = { question: PublicQuestion; result: Reveal["result"] };

/** The mean, large, and how the room spread; for the Net Promoter Score the score and its three groups. */
export function RatingReveal({ question, result }: RatingRevealProps) {
  const { t } = useStageWording();
  const scaleFigure = useScaleFigure();
  const { steps, nps, lowLabel, highLabel } = question;
  const bars = result?.bars ?? [];
  if (!steps) return null;
  return (
    <div className="grid grid-rows-[auto_1fr_auto] gap-[calc(var(--u)*1.4*var(--fit))]">
      <div className="flex min-h-[calc(var(--u)*5*var(--fit))] flex-wrap items-end gap-x-[calc(var(--u)*4)] gap-y-[calc(var(--u)*1)] text-[calc(var(--u)*2.1*var(--fit))]">
        {result && (nps ? <NpsFigures bars={bars} /> : <Mean bars={bars} max={steps.max} />)}
      </div>
      <ScaleHistogram
        bars={bars}
        steps={steps}
        tone={(bar) => (nps ? NPS_TONES[npsGroup(bar.range?.from ?? 0)] : "bg-accent")}
        figure={scaleFigure}
        spoken={(bar) => t("reveal.bar", { label: bar.label, answers: bar.count })}
        letters={80}
        className="min-h-[calc(var(--u)*18*var(--fit))] text-[calc(var(--u)*2.2*var(--fit))]"
      />
      {(lowLabel || highLabel) && (
        <p
          dir="ltr"
          className="flex justify-between gap-[2em] text-[calc(var(--u)*1.8*var(--fit))] text-ink-muted"
        >
          <Written text={lowLabel} />
          <Written text={highLabel} className="text-right" />
        </p>
      )}
    </div>
  );
}

type Bars = NonNullable<Reveal["result"]>["bars"];

function Mean({ bars, max }: { bars: Bars; max: number }) {
  const { t } = useStageWording();
  const { number } = useFormatter();
  const { mean } = ratingSummary(bars);
  if (mean === null) return null;
  return (
    <Figure value={number(mean, ONE_DIGIT)} large>
      {t("rating.average", { max })}
    </Figure>
  );
}

function NpsFigures({ bars }: { bars: Bars }) {
  const { t, percent } = useStageWording();
  const { number } = useFormatter();
  const { score, promoters, passives, detractors } = netPromoterScore(bars);
  const all = promoters + passives + detractors;
  if (score === null) return null;
  return (
    <>
      <Figure value={number(score, SIGNED)} large>
        {t("rating.nps")}
      </Figure>
      <Figure value={percent(promoters, all)} dot={NPS_TONES.promoter}>
        {t("rating.promoters")}
      </Figure>
      <Figure value={percent(passives, all)} dot={NPS_TONES.passive}>
        {t("rating.passives")}
      </Figure>
      <Figure value={percent(detractors, all)} dot={NPS_TONES.detractor}>
        {t("rating.detractors")}
      </Figure>
    </>
  );
}

type FigureProps = { value: string; large?: boolean; dot?: string; children: ReactNode };

function Figure({ value, large = false, dot, children }: FigureProps) {
  return (
    <p className="flex animate-rise items-baseline gap-[0.5em]">
      {dot && <span aria-hidden="true" className={classNames("size-[0.7em] rounded-full", dot)} />}
      <span
        className={classNames("display numerals", large ? "text-[2.2em] text-accent-ink" : "text-[1.3em]")}
      >
        {value}
      </span>
      <span className="text-[0.85em] text-ink-muted">{children}</span>
    </p>
  );
}
