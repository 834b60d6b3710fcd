import { z } from "zod";
import type { QuestionKind } from "../kind.ts";
import { surveyKind } from "../survey.ts";
import { match } from "./match/match.ts";
import { multiple } from "./multiple/multiple.ts";
import { number } from "./number/number.ts";
import { order } from "./order/order.ts";
import { pin } from "./pin/pin.ts";
import { poll } from "./poll/poll.ts";
import { rating } from "./rating/rating.ts";
import { single } from "./single/single.ts";
import { slide } from "./slide/slide.ts";
import { slider } from "./slider/slider.ts";
import { text } from "./text/text.ts";
import { truefalse } from "./truefalse/truefalse.ts";
import { wordcloud } from "./wordcloud/wordcloud.ts";

/** Every kind of question, in the order the editor offers them. */
export const KINDS = {
  single,
  multiple,
  truefalse,
  text,
  number,
  slider,
  order,
  match,
  pin,
  poll,
  rating,
  wordcloud,
  slide,
} as const;

export type KindName = keyof typeof KINDS;

export const kindNames = Object.keys(KINDS) as KindName[];

export const questionSchemas = [
  single.schema,
  multiple.schema,
  truefalse.schema,
  text.schema,
  number.schema,
  slider.schema,
  order.schema,
  match.schema,
  pin.schema,
  poll.schema,
  rating.schema,
  wordcloud.schema,
  slide.schema,
] as const;

/** The message to a host whose question has an unknown kind. */
export const chooseKind: z.core.$ZodErrorMap = (issue) =>
  issue.code === "invalid_union" ? `Choose a kind: ${kindNames.join(", ")}.` : undefined;

export const questionSchema = z.discriminatedUnion("kind", questionSchemas, { error: chooseKind });

/** A question as authored. */
export type Question = z.output<typeof questionSchema>;

/** A question as a host sends it: what has a default may be left out. */
export type QuestionInput = z.input<typeof questionSchema>;

/** The behavior of this question. Typed for all kinds, because a question only ever meets its own. */
export function kindOf(question: Question & { survey?: true }): QuestionKind<Question> {
  return (question.survey ? IN_SURVEYS : KINDS)[question.kind] as QuestionKind<Question>;
}

const IN_SURVEYS = Object.fromEntries(
  Object.entries(KINDS).map(([name, kind]) => [name, surveyKind(kind as unknown as QuestionKind<Question>)]),
) as Record<KindName, QuestionKind<Question>>;
