import type { ReactNode } from "react";
import { OptionMark } from "#components/ui/options/option-mark.tsx";
import { Fit } from "../stage/fit.tsx";
import { Prompt } from "../stage/prompt.tsx";
import { QuestionHeading } from "../stage/question-heading.tsx";
import { StageFrame } from "../stage/stage-frame.tsx";
import type { Solved } from "../use-last-reveal.ts";
import { useStageWording } from "../use-stage-wording.ts";
import { BarLine } from "./bar-line.tsx";
import { barShare } from "./bar-share.ts";

/** How the room answered, with nothing said about right or wrong: to talk about it first. */
export function AnswerSpread({ question, reveal: { result }, corner }: Solved & { corner: ReactNode }) {
  const { t, percent } = useStageWording();
  const bars = result?.bars ?? [];
  const units = bars.length <= 4 ? 2.3 : bars.length <= 6 ? 1.9 : 1.5;
  return (
    <StageFrame heading={<QuestionHeading question={question} />} corner={corner} className="grid">
      <Fit
        content={JSON.stringify([question.prompt, bars])}
        className="flex flex-col"
        innerClassName="grid flex-auto shrink-0 grid-rows-[auto_1fr] gap-[calc(var(--u)*2*var(--fit))]"
      >
        <div className="grid gap-[calc(var(--u)*0.9*var(--fit))]">
          <Prompt text={question.prompt} size="recap" />
          <p className="display text-[calc(var(--u)*2.3*var(--fit))] text-accent-ink">
            {t("answers", { answers: result?.answered ?? 0 })}
          </p>
        </div>
        <ul
          className="grid content-center gap-[0.45em]"
          style={{ fontSize: `calc(var(--u) * ${units} * var(--fit))` }}
        >
          {bars.map((bar, place) => (
            <li key={bar.label} data-option={bar.option === undefined ? undefined : bar.option % 6}>
              <BarLine
                label={bar.label}
                mark={
                  bar.option === undefined ? undefined : (
                    <OptionMark index={bar.option} size="stage" className="h-[1.7em]! text-[1em]!" />
                  )
                }
                count={bar.count}
                share={barShare(bar.count, result)}
                note={result?.answered ? percent(bar.count, result.answered) : undefined}
                correct={null}
                place={place}
              />
            </li>
          ))}
        </ul>
      </Fit>
    </StageFrame>
  );
}
