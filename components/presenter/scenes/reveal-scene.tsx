import type { ReactNode } from "react";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal } from "#lib/session/reports/view.ts";
import { RevealPanel } from "../kinds/kinds.tsx";
import { Fit } from "../stage/fit.tsx";
import { Prompt } from "../stage/prompt.tsx";
import { QuestionHeading } from "../stage/question-heading.tsx";
import { HeadingTag, StageFrame } from "../stage/stage-frame.tsx";
import { StageMedia } from "../stage/stage-media.tsx";
import { useStageWording } from "../use-stage-wording.ts";
import { Explanation } from "./explanation.tsx";

type RevealSceneProps = { question: PublicQuestion; reveal: Reveal; corner: ReactNode };

/** How high the picture may be, in stage units: many bars need the room more than it does. */
const BESIDE_FEW = 18;
const BESIDE_MANY = 12;

/** The solution at once; how the room did as soon as the last answers are counted. */
export function RevealScene({ question, reveal, corner }: RevealSceneProps) {
  const { t, outcome } = useStageWording();
  const recap = (
    <div className="flex items-center gap-[calc(var(--u)*3)] reads:flex-wrap">
      <div className="grid min-w-0 flex-1 reads:basis-full gap-[calc(var(--u)*0.9*var(--fit))]">
        <Prompt text={question.prompt} size="recap" />
        <p
          role="status"
          className="display min-h-[1.1em] text-[calc(var(--u)*2.8*var(--fit))] text-accent-ink"
        >
          {outcome(reveal.result, question) ?? (
            <span className="animate-pulse text-ink-muted">{t("reveal.counting")}</span>
          )}
        </p>
      </div>
      {question.media?.type === "image" && question.kind !== "pin" && (
        <StageMedia media={question.media} units={question.options.length > 4 ? BESIDE_MANY : BESIDE_FEW} />
      )}
    </div>
  );
  return (
    <StageFrame
      heading={
        <>
          <QuestionHeading question={question} />
          {reveal.voided && <HeadingTag loud>{t("reveal.voided")}</HeadingTag>}
        </>
      }
      corner={corner}
      className="grid"
    >
      <Fit
        content={JSON.stringify([question.prompt, question.options, reveal])}
        className="flex flex-col"
        innerClassName="flex flex-auto shrink-0 flex-col gap-[calc(var(--u)*2*var(--fit))]"
      >
        <RevealPanel question={question} reveal={reveal} recap={recap} />
        {reveal.explanation && <Explanation text={reveal.explanation} />}
      </Fit>
    </StageFrame>
  );
}
