"use client";

import { useLater } from "#components/ui/later.ts";
import { ChoicePad } from "./choice-pad.tsx";
import { RarerPad } from "./later-screens.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import { isRare, RARE_PADS, type RareKind } from "./rare-kinds.ts";

/** The pad for the question's kind. */
export function AnswerPad(props: AnswerPadProps) {
  const { kind } = props.question;
  if (isRare(kind)) return <RarePad kind={kind} {...props} />;
  switch (kind) {
    case "multiple":
    case "text":
    case "number":
    case "order":
      return <RarerPad {...props} />;
    default:
      return <ChoicePad {...props} />;
  }
}

function RarePad({ kind, ...props }: AnswerPadProps & { kind: RareKind }) {
  const Pad = useLater(RARE_PADS[kind]);
  return Pad ? <Pad {...props} /> : <div className="min-h-[46dvh]" />;
}
