"use client";

import { memo, useMemo } from "react";
import { PadShell } from "#components/player-pad/pad-shell.tsx";
import { QuestionHeader } from "#components/player-pad/screens/question-header.tsx";
import { QuestionScreen } from "#components/player-pad/screens/question-screen.tsx";
import { SlideScreen } from "#components/player-pad/screens/slide-screen.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { QuestionDraft } from "#lib/quiz/quiz-draft.ts";
import { PhoneFrame } from "./phone-frame.tsx";
import { previewQuestion } from "./preview-question.ts";

type PhonePreviewProps = { question: QuestionDraft; place: number; total: number };

/** The screen of a player's phone as the question opens: the very one, without a game around it. */
export const PhonePreview = memo(function PhonePreview({ question, place, total }: PhonePreviewProps) {
  const shown = useMemo(() => previewQuestion(question, place, total), [question, place, total]);
  const { kind, timeLimitMs } = shown;
  const countdown = useMemo(() => opened(timeLimitMs), [timeLimitMs]);
  return (
    <figure className="grid justify-items-center gap-3">
      <figcaption className="justify-self-start font-semibold text-sm">On the phone</figcaption>
      <PhoneFrame title="The question on a phone">
        {/* It stands still: nobody waits for it. */}
        <div className="**:animate-none! **:transition-none!">
          {kind === "slide" ? (
            <PadShell header={<QuestionHeader question={shown} />}>
              <SlideScreen question={shown} />
            </PadShell>
          ) : (
            <PadShell header={<QuestionHeader question={shown} countdown={countdown} />} wide>
              <QuestionScreen
                key={kind}
                question={shown}
                countdown={countdown}
                answer={NOTHING_GIVEN}
                answered={0}
                players={0}
                submit={neverCalled}
              />
            </PadShell>
          )}
        </div>
      </PhoneFrame>
    </figure>
  );
});

const NOTHING_GIVEN = { state: "idle" } as const;
const neverCalled = () => {};

function opened(durationMs: number): Countdown {
  const secondsLeft = Math.ceil(durationMs / 1000);
  return { stage: "open", secondsLeft, elapsedMs: 0, durationMs, paused: false };
}
