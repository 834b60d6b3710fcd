"use client";

import { lazy, Suspense } from "react";
import { ChoicePad } from "./choice-pad.tsx";
import { RarerPad } from "./later-screens.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import { SliderPad } from "./slider-pad.tsx";

// What few questions need is loaded for the first that does, while it is being read.
const MatchPad = lazy(async () => ({ default: (await import("./match-pad.tsx")).MatchPad }));
const PinPad = lazy(async () => ({ default: (await import("./pin-pad.tsx")).PinPad }));

/** The pad for the question's kind. */
export function AnswerPad(props: AnswerPadProps) {
  switch (props.question.kind) {
    case "slider":
      return <SliderPad {...props} />;
    case "match":
      return (
        <Suspense fallback={<PadToCome />}>
          <MatchPad {...props} />
        </Suspense>
      );
    case "pin":
      return (
        <Suspense fallback={<PadToCome />}>
          <PinPad {...props} />
        </Suspense>
      );
    case "multiple":
    case "text":
    case "number":
    case "order":
      return <RarerPad {...props} />;
    default:
      return <ChoicePad {...props} />;
  }
}

function PadToCome() {
  return <div className="min-h-[46dvh]" />;
}
