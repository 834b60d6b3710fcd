"use client";

import { useLater } from "#components/ui/later.ts";
import { ChoicePad } from "./kinds/choice-pad.tsx";
import type { AnswerPadProps } from "./kinds/pad-parts.ts";
import { isRare, RARE_PADS, type RareKind } from "./rare-kinds.ts";
import { RarerPad } from "./screens/later-screens.tsx";

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
