import { z } from "zod";
import { draftFields, pointsField, questionFields } from "../../fields.ts";
import type { Grade, QuestionKind } from "../../kind.ts";
import type { Response } from "../../response.ts";
import { describeResponse } from "../../response.ts";
import { isIndex, markedOptions, optionBars, publicOptions } from "../choices.ts";

export const multipleSchema = z.strictObject({
  kind: z.literal("multiple"),
  ...questionFields,
  points: pointsField,
  options: markedOptions((marked) => (marked > 0 ? null : "Mark the right ones, at least one.")),
  showPick: z
    .boolean("Use true or false.")
    .default(false)
    .describe("Tell players how many options are right."),
});

export type MultipleQuestion = z.infer<typeof multipleSchema>;

export const multiple = {
  kind: "multiple",
  label: "Multiple choice",
  schema: multipleSchema,
  draft: () => ({
    kind: "multiple",
    ...draftFields,
    points: 1,
    showPick: false,
    options: Array.from({ length: 4 }, () => ({ text: "", correct: false })),
  }),
  scored: true,
  composed: true,
  freeze: (question) => question,
  options: (question) => publicOptions(question.options),
  details: (question) => (question.showPick ? { pick: rightOptions(question).length } : {}),
  problem(question, response) {
    const last = question.options.length - 1;
    const takes = `This question takes one or more different options, {"choices": [n, …]} with n from 0 to ${last}`;
    if ("choices" in response && areChoices(response.choices, question.options.length)) return null;
    return `${takes}; given was ${describeResponse(response)}.`;
  },
  canonical: (_question, response) =>
    "choices" in response ? { choices: response.choices.toSorted((a, b) => a - b) } : response,
  grade,
  key: (question) => ({ choices: rightOptions(question) }),
  bars: (question, rows) =>
    optionBars(question.options, rows, (option) => question.options[option]?.correct === true),
} satisfies QuestionKind<MultipleQuestion>;

/**
 * Each right pick earns one part and each wrong pick costs one, so ticking everything is no strategy:
 * max(0, right picks − wrong picks) / right options.
 */
function grade(question: MultipleQuestion, response: Response): Grade {
  const picks = "choices" in response ? response.choices : [];
  const right = picks.filter((option) => question.options[option]?.correct).length;
  const wrong = picks.length - right;
  const wanted = rightOptions(question).length;
  return { correct: right === wanted && wrong === 0, fraction: Math.max(0, right - wrong) / wanted };
}

function rightOptions(question: MultipleQuestion): number[] {
  return question.options.flatMap((option, i) => (option.correct ? [i] : []));
}

function areChoices(choices: readonly number[], options: number): boolean {
  return (
    choices.length > 0 &&
    choices.every((n) => isIndex(n, options)) &&
    new Set(choices).size === choices.length
  );
}
