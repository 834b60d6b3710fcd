import { ScaleHistogram } from "#components/scale/scale-histogram.tsx";
import { bandOf } from "#components/scale/scale-places.ts";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import { useWording } from "../use-wording.ts";
import type { SolutionProps } from "./solution-props.ts";

/** The right number, what else counted, the player's own, and where the room's answers lie. */
export function SliderSolution({ question, reveal, response }: SolutionProps) {
  const { t } = useWording();
  const scaleFigure = useScaleFigure();
  const { steps, unit = "" } = question;
  const { key } = reveal;
  if (!steps || !key || !("number" in key)) return null;
  const band = bandOf(steps, key);
  const own = response && "number" in response ? response.number : null;
  const inUnit = (value: number) => `${scaleFigure(value)} ${unit}`.trim();
  return (
    <div className="grid gap-4 rounded-xl bg-surface-raised p-5 ring-1 ring-line ring-inset">
      <dl className="grid grid-cols-2 gap-4">
        <div className="grid content-start gap-1">
          <dt className="font-semibold text-ink-muted text-sm">{t("theAnswer")}</dt>
          <dd className="display numerals break-words text-2xl">{inUnit(band.at)}</dd>
          {key.tolerance > 0 && (
            <dd className="numerals text-ink-muted text-sm">
              {t("solution.range", { from: scaleFigure(band.from), to: inUnit(band.to) })}
            </dd>
          )}
        </div>
        {own !== null && (
          <div className="grid content-start gap-1">
            <dt className="font-semibold text-ink-muted text-sm">{t("yourAnswer")}</dt>
            <dd className="display numerals break-words text-2xl">{inUnit(own)}</dd>
          </div>
        )}
      </dl>
      {reveal.result && reveal.result.answered > 0 && (
        <ScaleHistogram
          bars={reveal.result.bars}
          steps={steps}
          band={band}
          own={own}
          figure={scaleFigure}
          spoken={(bar) => {
            const words = t("solution.bar", { label: bar.label, answers: bar.count });
            return bar.correct ? t("solution.barRight", { bar: words }) : words;
          }}
          letters={36}
          className="h-36 text-sm"
        />
      )}
    </div>
  );
}
