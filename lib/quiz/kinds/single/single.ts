import { z } from "zod";
import { draftFields, pointsField, questionFields } from "../../fields.ts";
import type { QuestionKind } from "../../kind.ts";
import { choiceProblem, markedOptions, optionBars, publicOptions } from "../choices.ts";

export const singleSchema = z.strictObject({
  kind: z.literal("single"),
  ...questionFields,
  points: pointsField,
  options: markedOptions((marked) =>
    marked === 1
      ? null
      : marked === 0
        ? "Mark the right one."
        : `Mark exactly one option as correct; ${marked} are marked.`,
  ),
});

export type SingleQuestion = z.infer<typeof singleSchema>;

export const single = {
  kind: "single",
  label: "Single choice",
  schema: singleSchema,
  draft: () => ({
    kind: "single",
    ...draftFields,
    points: 1,
    options: Array.from({ length: 4 }, () => ({ text: "", correct: false })),
  }),
  scored: true,
  freeze: (question) => question,
  options: (question) => publicOptions(question.options),
  problem: (question, response) => choiceProblem(question.options.length, response),
  grade(question, response) {
    const correct = "choice" in response && question.options[response.choice]?.correct === true;
    return { correct, fraction: correct ? 1 : 0 };
  },
  // More than one once a further answer has been accepted after the fact.
  key: (question) => ({ choices: question.options.flatMap((option, i) => (option.correct ? [i] : [])) }),
  bars: (question, rows) =>
    optionBars(question.options, rows, (option) => question.options[option]?.correct === true),
} satisfies QuestionKind<SingleQuestion>;
