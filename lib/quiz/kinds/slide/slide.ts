import { z } from "zod";
import { draftFields, LIMITS, optionalText, questionFields } from "../../fields.ts";
import type { QuestionKind } from "../../kind.ts";
import { describeResponse } from "../../response.ts";

export const slideSchema = z.strictObject({
  kind: z.literal("slide"),
  ...questionFields,
  points: z.literal(0, "A slide asks nothing, so its points must be 0.").default(0),
  text: optionalText(LIMITS.slideText).describe("Below the heading, which is the prompt."),
  autoAdvance: z
    .boolean("Use true or false.")
    .default(false)
    .describe("Continues when its time limit is up, also at the host's pace."),
});

export type SlideQuestion = z.infer<typeof slideSchema>;

/** Something to read between questions. It is shown in a phase of its own and takes no answers. */
export const slide = {
  kind: "slide",
  label: "Slide",
  schema: slideSchema,
  draft: () => ({ kind: "slide", ...draftFields, points: 0, autoAdvance: false }),
  scored: false,
  asks: false,
  freeze: (question) => question,
  options: () => [],
  details: ({ text }) => (text ? { text } : {}),
  problem: (_question, response) =>
    `This is a slide and takes no answers; given was ${describeResponse(response)}.`,
  grade: () => ({ correct: null, fraction: 0 }),
  key: () => null,
  bars: () => [],
} satisfies QuestionKind<SlideQuestion>;
