import { ScaleHistogram } from "#components/scale/scale-histogram.tsx";
import { bandOf } from "#components/scale/scale-places.ts";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import type { ScaleSteps } from "#lib/quiz/kinds/steps.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { CorrectMark } from "./bar-line.tsx";

type SliderRevealProps = {
  answer: { number: number; tolerance: number };
  steps: ScaleSteps;
  unit: string | undefined;
  result: Reveal["result"];
};

/** The right number, large, the stretch that counts, and where the room's answers lie. */
export function SliderReveal({ answer, steps, unit, result }: SliderRevealProps) {
  const { t } = useStageWording();
  const scaleFigure = useScaleFigure();
  const band = bandOf(steps, answer);
  const suffix = unit ? ` ${unit}` : "";
  return (
    <div className="grid grid-rows-[auto_1fr] gap-[calc(var(--u)*1.4*var(--fit))]">
      <p className="flex animate-rise flex-wrap items-center gap-x-[calc(var(--u)*1.6)] gap-y-[calc(var(--u)*0.5)] text-[calc(var(--u)*2.2*var(--fit))]">
        <span className="display numerals text-[1.9em] text-success-ink">
          <span>{scaleFigure(band.at)}</span>
          {suffix && <span className="text-[0.6em]">{suffix}</span>}
        </span>
        <CorrectMark />
        {answer.tolerance > 0 && (
          <span className="numerals text-[0.85em] text-ink-muted">
            {t("reveal.range", { from: scaleFigure(band.from), to: `${scaleFigure(band.to)}${suffix}` })}
          </span>
        )}
      </p>
      <ScaleHistogram
        bars={result?.bars ?? []}
        steps={steps}
        band={result ? band : undefined}
        figure={scaleFigure}
        spoken={(bar) => {
          const words = t("reveal.bar", { label: bar.label, answers: bar.count });
          return bar.correct ? t("reveal.barCorrect", { bar: words }) : words;
        }}
        letters={80}
        className="min-h-[calc(var(--u)*20*var(--fit))] text-[calc(var(--u)*2*var(--fit))]"
      />
    </div>
  );
}
