"use client";

import { MultiplePad } from "./multiple-pad.tsx";
import { NumberPad } from "./number-pad.tsx";
import { OrderPad } from "./order-pad.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import { TextPad } from "./text-pad.tsx";

/** Together in one part of the page, fetched while the room fills. */
export function RarerPad(props: AnswerPadProps) {
  switch (props.question.kind) {
    case "multiple":
      return <MultiplePad {...props} />;
    case "text":
      return <TextPad {...props} />;
    case "number":
      return <NumberPad {...props} />;
    default:
      return <OrderPad {...props} />;
  }
}
