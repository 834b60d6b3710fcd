import { z } from "zod";
import { draftFields, pointsField, questionFields } from "../../fields.ts";
import type { QuestionKind } from "../../kind.ts";
import { choiceProblem, optionBars, publicOptions } from "../choices.ts";

export const truefalseSchema = z.strictObject({
  kind: z.literal("truefalse"),
  ...questionFields,
  points: pointsField,
  correct: z.boolean("Say whether the statement is true or false."),
});

export type TruefalseQuestion = z.infer<typeof truefalseSchema>;

/** Option 0 is true, on every screen and in every response. */
const OPTIONS = [{ text: "True" }, { text: "False" }] as const;

export const truefalse = {
  kind: "truefalse",
  label: "True or false",
  schema: truefalseSchema,
  draft: () => ({ kind: "truefalse", ...draftFields, points: 1, correct: true }),
  scored: true,
  freeze: (question) => question,
  options: () => publicOptions(OPTIONS),
  problem: (_question, response) => choiceProblem(OPTIONS.length, response),
  grade(question, response) {
    const correct = "choice" in response && response.choice === rightOption(question);
    return { correct, fraction: correct ? 1 : 0 };
  },
  key: (question) => ({ choices: [rightOption(question)] }),
  bars: (question, rows) => optionBars(OPTIONS, rows, (option) => option === rightOption(question)),
} satisfies QuestionKind<TruefalseQuestion>;

function rightOption(question: TruefalseQuestion): number {
  return question.correct ? 0 : 1;
}
