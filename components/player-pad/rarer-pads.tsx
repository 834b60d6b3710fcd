"use client";

import { MultiplePad } from "./kinds/multiple-pad.tsx";
import { NumberPad } from "./kinds/number-pad.tsx";
import { OrderPad } from "./kinds/order-pad.tsx";
import type { AnswerPadProps } from "./kinds/pad-parts.ts";
import { TextPad } from "./kinds/text-pad.tsx";

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
