"use client";

import { ChoicePad } from "./choice-pad.tsx";
import { MultiplePad } from "./multiple-pad.tsx";
import { NumberPad } from "./number-pad.tsx";
import { OrderPad } from "./order-pad.tsx";
import type { AnswerPadProps } from "./pad-parts.ts";
import { SliderPad } from "./slider-pad.tsx";
import { TextPad } from "./text-pad.tsx";

/** The pad for the question's kind. */
export function AnswerPad(props: AnswerPadProps) {
  switch (props.question.kind) {
    case "multiple":
      return <MultiplePad {...props} />;
    case "text":
      return <TextPad {...props} />;
    case "number":
      return <NumberPad {...props} />;
    case "slider":
      return <SliderPad {...props} />;
    case "order":
      return <OrderPad {...props} />;
    default:
      return <ChoicePad {...props} />;
  }
}
