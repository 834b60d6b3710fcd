"use client";

import { Maximize2 } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { AnswerScene } from "#components/presenter/scenes/answer-scene.tsx";
import { SlideScene } from "#components/presenter/scenes/slide-scene.tsx";
import { HintButton } from "#components/ui/buttons/hint-button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import { FramedWindow, type WindowSize } from "./framed-window.tsx";
import { opened } from "./phone-preview.tsx";
import { previewQuestion } from "./preview-question.ts";

type ScreenPreviewProps = { question: QuestionDraft; place: number; total: number };

/** A projector as most are. */
const BESIDE: WindowSize = { width: 1280, height: 720, scale: 0.2 };
const LARGE: WindowSize = { ...BESIDE, scale: 0.54 };

/** The big screen's own scene as the question opens, in the host's colors. A sound or film is not loaded for it. */
export const ScreenPreview = memo(function ScreenPreview({ question, place, total }: ScreenPreviewProps) {
  const shown = useMemo(() => still(previewQuestion(question, place, total)), [question, place, total]);
  const [large, setLarge] = useState(false);
  return (
    <figure className="grid justify-items-center gap-2">
      <figcaption className="flex w-full items-center justify-between gap-2 font-semibold text-sm">
        <span>On the big screen</span>
        <HintButton size="sm" aria-label="Show the big screen larger" onClick={() => setLarge(true)}>
          <Maximize2 aria-hidden="true" />
        </HintButton>
      </figcaption>
      <Screen question={shown} size={BESIDE} />
      <Dialog open={large} onClose={() => setLarge(false)} size="lg" title="On the big screen">
        {large && (
          <div className="grid justify-items-center overflow-hidden">
            <Screen question={shown} size={LARGE} />
          </div>
        )}
      </Dialog>
    </figure>
  );
});

function Screen({ question, size }: { question: PublicQuestion; size: WindowSize }) {
  const countdown = useMemo(() => opened(question.timeLimitMs), [question.timeLimitMs]);
  return (
    <FramedWindow
      title="The question on the big screen"
      size={size}
      className="max-w-full rounded-lg border-4"
    >
      <div className="stage relative isolate h-dvh overflow-hidden [--spare:0px] [--u:1vw] **:animate-none! **:transition-none!">
        {question.kind === "slide" ? (
          <SlideScene question={question} corner={null} />
        ) : (
          <AnswerScene
            key={question.kind}
            question={question}
            countdown={countdown}
            closesAtMs={question.timeLimitMs}
            answered={0}
            players={0}
            bars={[]}
            corner={null}
          />
        )}
      </div>
    </FramedWindow>
  );
}

function still(question: PublicQuestion): PublicQuestion {
  if (question.media?.type === "image") return question;
  const { media: _, ...rest } = question;
  return rest;
}
