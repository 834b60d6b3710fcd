import type { ReactNode } from "react";
import { CountdownBar } from "#components/ui/countdown/countdown-bar.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { useFirst } from "../corners/use-first.ts";
import { Fit } from "../stage/fit.tsx";
import { Prompt } from "../stage/prompt.tsx";
import { QuestionHeading } from "../stage/question-heading.tsx";
import { StageFrame } from "../stage/stage-frame.tsx";
import { StageMedia } from "../stage/stage-media.tsx";
import { useStageWording } from "../use-stage-wording.ts";

type ReadingSceneProps = { question: PublicQuestion; countdown: Countdown; corner: ReactNode };

/** The question alone, so that everybody reads it before anybody can answer. */
export function ReadingScene({ question, countdown, corner }: ReadingSceneProps) {
  const { instruction } = useStageWording();
  const elapsedMs = useFirst(countdown.elapsedMs);
  const todo = instruction(question);
  return (
    <StageFrame
      heading={<QuestionHeading question={question} />}
      corner={corner}
      className="grid grid-rows-[minmax(0,1fr)_auto] gap-[calc(var(--u)*2)]"
    >
      <Fit
        content={question.prompt}
        className="flex flex-col"
        innerClassName="grid flex-auto shrink-0 grid-cols-[minmax(0,1fr)] content-center justify-items-start gap-[calc(var(--u)*2)]"
      >
        <div className="flex w-full items-center gap-[calc(var(--u)*4)] reads:flex-col reads:items-start">
          <div className="grid min-w-0 flex-1 justify-items-start gap-[calc(var(--u)*2)]">
            <Prompt
              text={question.prompt}
              size={question.media ? "above" : "alone"}
              className="max-w-[24em] animate-rise"
            />
            {todo && <p className="animate-fade text-[calc(var(--u)*2.3)] text-accent-ink">{todo}</p>}
          </div>
          {question.media && (
            <div className="flex min-w-0 max-w-[60%] shrink-0 reads:max-w-full">
              <StageMedia media={question.media} units={64} paused={countdown.paused} />
            </div>
          )}
        </div>
      </Fit>
      <CountdownBar
        durationMs={countdown.durationMs}
        elapsedMs={elapsedMs}
        paused={countdown.paused}
        secondsLeft={Math.max(countdown.secondsLeft, 6)}
        className="h-[calc(var(--u)*0.7)]"
      />
    </StageFrame>
  );
}
