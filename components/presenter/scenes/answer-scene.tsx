import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import { AnswerCount } from "../corners/answer-count.tsx";
import { RunningRing } from "../corners/running-ring.tsx";
import { AnswerPanel } from "../kinds/kinds.tsx";
import { Fit } from "../stage/fit.tsx";
import { Prompt } from "../stage/prompt.tsx";
import { QuestionHeading } from "../stage/question-heading.tsx";
import { StageFrame } from "../stage/stage-frame.tsx";
import { StageMedia } from "../stage/stage-media.tsx";
import { useStageWording } from "../use-stage-wording.ts";

type AnswerSceneProps = {
  question: PublicQuestion;
  countdown: Countdown;
  /** Tells one run of the countdown from another: it starts afresh when time is added. */
  closesAtMs: number;
  answered: number;
  players: number;
  bars: readonly Bar[];
  corner: ReactNode;
};

/** A picture beside the question and above the options, in stage units. */
const STAGE_HIGH = 36;
/** The same above many options, or long ones: they need the room more than it does. */
const STAGE_LOW = 23;
const MANY = 4;
const LONG = 40;
/** The same where there is nothing below it. */
const STAGE_WHOLE = 66;
/** The width that the widest picture and the clock leave for the prompt. */
const BESIDE_MEDIA = 22;

/** The question is open: what to answer, how long, and how many have. */
export function AnswerScene({
  question,
  countdown,
  closesAtMs,
  answered,
  players,
  bars,
  corner,
}: AnswerSceneProps) {
  const { instruction } = useStageWording();
  const todo = instruction(question);
  return (
    <StageFrame heading={<QuestionHeading question={question} />} corner={corner} className="grid">
      <Fit
        content={JSON.stringify([question.prompt, question.options])}
        className="flex flex-col"
        innerClassName={classNames(
          "grid flex-auto shrink-0 grid-cols-[minmax(0,1fr)] gap-[calc(var(--u)*2*var(--fit))]",
          // Pictures to choose from take what the question leaves.
          question.options.some(({ image }) => image) ? "grid-rows-[auto_1fr]" : "grid-rows-[1fr_auto]",
        )}
      >
        <div className="flex items-center gap-[calc(var(--u)*3)] reads:flex-wrap reads:justify-center">
          <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] reads:basis-full gap-[calc(var(--u)*1.2*var(--fit))]">
            <Prompt text={question.prompt} size="above" {...(question.media && { room: BESIDE_MEDIA })} />
            {todo && (question.options.length > 0 || question.kind === "pin") && (
              <p className="text-balance text-[max(calc(var(--u)*1.5),calc(var(--u)*1.9*var(--fit)))] text-accent-ink">
                {todo}
              </p>
            )}
          </div>
          {question.media && (
            <div className="flex min-w-0 max-w-[58%] shrink-0 reads:max-w-full">
              <StageMedia media={question.media} units={mediaHeight(question)} paused={countdown.paused} />
            </div>
          )}
          <div className="grid shrink-0 justify-items-center gap-[calc(var(--u)*0.8)]">
            <RunningRing key={closesAtMs} countdown={countdown} />
            <AnswerCount answered={answered} players={players} />
          </div>
        </div>
        <AnswerPanel question={question} bars={bars} />
      </Fit>
    </StageFrame>
  );
}

function mediaHeight({ kind, options }: PublicQuestion): number {
  if (kind === "pin") return STAGE_WHOLE;
  return options.length > MANY && options.some(({ text }) => text.length > LONG) ? STAGE_LOW : STAGE_HIGH;
}
