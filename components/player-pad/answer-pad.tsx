"use client";

import { lazy, Suspense } from "react";
import { ChoicePad } from "./choice-pad.tsx";
import { RarerPad } from "./later-screens.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import { isRare, RARE_PADS } from "./rare-kinds.ts";

// What few questions need is loaded for the first that does, while it is being read.
const MatchPad = lazy(async () => ({ default: (await import("./match-pad.tsx")).MatchPad }));
const PinPad = lazy(async () => ({ default: (await import("./pin-pad.tsx")).PinPad }));

/** The pad for the question's kind. */
export function AnswerPad(props: AnswerPadProps) {
  const { kind } = props.question;
  if (isRare(kind)) {
    const Pad = RARE_PADS[kind];
    return (
      <Suspense fallback={<div className="min-h-64" />}>
        <Pad {...props} />
      </Suspense>
    );
  }
  switch (kind) {
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
