import { z } from "zod";
import { draftFields, questionFields } from "../../fields.ts";
import type { QuestionKind } from "../../kind.ts";
import { choiceProblem, optionBars, optionList, plainOption, publicOptions } from "../choices.ts";

export const pollSchema = z.strictObject({
  kind: z.literal("poll"),
  ...questionFields,
  points: z.literal(0, "A poll has no right answer, so its points must be 0.").default(0),
  options: optionList(plainOption),
});

export type PollQuestion = z.infer<typeof pollSchema>;

export const poll = {
  kind: "poll",
  label: "Poll",
  schema: pollSchema,
  draft: () => ({ kind: "poll", ...draftFields, points: 0, options: [{ text: "" }, { text: "" }] }),
  scored: false,
  freeze: (question) => question,
  options: (question) => publicOptions(question.options),
  problem: (question, response) => choiceProblem(question.options.length, response),
  grade: () => ({ correct: null, fraction: 0 }),
  key: () => null,
  bars: (question, rows) => optionBars(question.options, rows, () => null),
} satisfies QuestionKind<PollQuestion>;
