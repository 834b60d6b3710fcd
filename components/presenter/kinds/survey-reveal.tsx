import { useTranslations } from "next-intl";
import { ScaleHistogram } from "#components/scale/scale-histogram.tsx";
import { useScaleFigure } from "#components/scale/use-scale-figure.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { BarLine } from "./bar-line.tsx";
import { barShare } from "./bar-share.ts";
import { NumberColumns } from "./number-columns.tsx";

type SurveyRevealProps = { question: PublicQuestion; result: Reveal["result"] };

/** The answers of the room where nothing is right: numbers on their scale, all else as shares. */
export function SurveyReveal({ question, result }: SurveyRevealProps) {
  const { percent } = useStageWording();
  const t = useTranslations("screen.reveal");
  const bars = result?.bars ?? [];
  if (question.kind === "slider" && question.steps) return <SurveyScale steps={question.steps} bars={bars} />;
  if (question.kind === "number") return <NumberColumns bars={bars} />;
  return (
    <div
      className="grid content-center gap-[0.8em]"
      style={{
        fontSize: `calc(var(--u) * ${bars.length > 6 ? 1.8 : bars.length > 4 ? 2.2 : 2.8} * var(--fit))`,
      }}
    >
      {question.kind === "order" && <p className="text-ink-muted">{t("putFirst")}</p>}
      <ul className="grid auto-rows-fr gap-[0.41em]">
        {bars.map((bar, place) => (
          <li key={bar.label} className="grid">
            <BarLine
              label={bar.label}
              count={bar.count}
              share={barShare(bar.count, result)}
              note={result?.answered ? percent(bar.count, result.answered) : undefined}
              correct={null}
              place={place}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type SurveyScaleProps = {
  steps: NonNullable<PublicQuestion["steps"]>;
  bars: NonNullable<Reveal["result"]>["bars"];
};

function SurveyScale({ steps, bars }: SurveyScaleProps) {
  const { t } = useStageWording();
  const figure = useScaleFigure();
  return (
    <ScaleHistogram
      bars={bars}
      steps={steps}
      band={undefined}
      figure={figure}
      spoken={(bar) => t("reveal.bar", { label: bar.label, answers: bar.count })}
      letters={80}
      className="min-h-[calc(var(--u)*20*var(--fit))] text-[calc(var(--u)*2*var(--fit))]"
    />
  );
}
