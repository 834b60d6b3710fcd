"use client";

import { memo, useMemo } from "react";
import { PadShell } from "#components/player-pad/pad-shell.tsx";
import { QuestionHeader } from "#components/player-pad/screens/question-header.tsx";
import { QuestionScreen } from "#components/player-pad/screens/question-screen.tsx";
import { SlideScreen } from "#components/player-pad/screens/slide-screen.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { FramedWindow } from "./framed-window.tsx";
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
      <FramedWindow title="The question on a phone" size={PHONE} className="rounded-[1.75rem] border-[5px]">
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
      </FramedWindow>
    </figure>
  );
});

/** A phone as most are. */
const PHONE = { width: 390, height: 760, scale: 0.66, grows: true } as const;
const NOTHING_GIVEN = { state: "idle" } as const;
const neverCalled = () => {};

export function opened(durationMs: number): Countdown {
  const secondsLeft = Math.ceil(durationMs / 1000);
  return { stage: "open", secondsLeft, elapsedMs: 0, durationMs, paused: false };
}
