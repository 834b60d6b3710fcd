import { z } from "zod";
import {
  draftFields,
  finiteNumber,
  LIMITS,
  optionalText,
  pointsField,
  questionFields,
} from "../../fields.ts";
import type { Grade, QuestionKind, ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import type { Response } from "../../response.ts";
import { describeResponse } from "../../response.ts";
import { histogram } from "./histogram.ts";

/** Up to this many different numbers, each gets a bar of its own. */
const MAX_DISTINCT_BARS = 8;

export const numberSchema = z
  .strictObject({
    kind: z.literal("number"),
    ...questionFields,
    points: pointsField,
    correct: finiteNumber("Give the right number.", LIMITS.largeNumber),
    tolerance: finiteNumber("Give the tolerance.", LIMITS.largeNumber)
      .min(0, "The tolerance cannot be negative.")
      .default(0)
      .describe("How far off an answer may be, inclusive."),
    closest: z
      .boolean("Use true or false.")
      .default(false)
      .describe("The closest answer is right; decided when the question closes."),
    unit: optionalText(LIMITS.unit),
  })
  .check((ctx) => {
    if (!ctx.value.closest || ctx.value.tolerance === 0) return;
    const message = "Choose one: a tolerance, or the closest number wins.";
    ctx.issues.push({ code: "custom", message, input: ctx.value, path: ["tolerance"] });
  });

export type NumberQuestion = z.infer<typeof numberSchema>;

export const number = {
  kind: "number",
  label: "Number",
  schema: numberSchema,
  draft: () => ({ kind: "number", ...draftFields, points: 1, correct: 0, tolerance: 0, closest: false }),
  scored: true,
  composed: true,
  freeze: (question) => question,
  options: () => [],
  details: (question) => ({
    ...(question.unit ? { unit: question.unit } : {}),
    ...(question.closest ? { closest: true as const } : {}),
  }),
  problem(_question, response) {
    if ("number" in response && Math.abs(response.number) <= LIMITS.largeNumber) return null;
    return `This question takes a number, {"number": n} with n from -1e100 to 1e100; given was ${describeResponse(response)}.`;
  },
  // Adding zero turns -0, which JSON and jsonb would lose, into 0.
  canonical: (_question, response) => ("number" in response ? { number: response.number + 0 } : response),
  grade(question, response): Grade {
    if (question.closest) return { correct: null, fraction: 0 };
    return yesOrNo("number" in response && isWithin(response.number, question));
  },
  key: ({ correct, tolerance, closest }) => ({ number: correct, tolerance, closest }),
  bars,
  settle(question, responses) {
    if (!question.closest) return null;
    const smallest = smallestDistance(question, responses);
    return (response) =>
      yesOrNo("number" in response && atDistance(response.number, question.correct, smallest));
  },
} satisfies QuestionKind<NumberQuestion>;

function bars(question: NumberQuestion, rows: readonly ResponseCount[]): Bar[] {
  const counts = new Map<number, number>();
  for (const { response, count } of rows) {
    if ("number" in response) counts.set(response.number, (counts.get(response.number) ?? 0) + count);
  }
  const values = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
  const unit = question.unit ? ` ${question.unit}` : "";
  if (values.length > MAX_DISTINCT_BARS) {
    const { correct, tolerance } = question;
    return histogram(values).map(({ from, to, label, numbers, count }) => ({
      label: `${label}${unit}`,
      numbers,
      count,
      correct: to > correct - tolerance && from <= correct + tolerance,
    }));
  }
  const smallest = smallestDistance(
    question,
    rows.map((row) => row.response),
  );
  return values.map(({ value, count }) => ({
    label: `${value}${unit}`,
    numbers: { from: value, to: value },
    count,
    correct: question.closest ? atDistance(value, question.correct, smallest) : isWithin(value, question),
  }));
}

function smallestDistance(question: NumberQuestion, responses: readonly Response[]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const response of responses) {
    if ("number" in response) smallest = Math.min(smallest, Math.abs(response.number - question.correct));
  }
  return smallest;
}

function isWithin(given: number, { correct, tolerance }: NumberQuestion): boolean {
  return Math.abs(given - correct) <= tolerance + roundingError(given, correct);
}

function atDistance(given: number, correct: number, distance: number): boolean {
  return Math.abs(given - correct) <= distance + roundingError(given, correct);
}

/** What double arithmetic may add to a difference by itself, so that 0.1 + 0.2 is 0.3 and 0.4 is within 0.1 of 0.3. */
function roundingError(a: number, b: number): number {
  return 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));
}

function yesOrNo(correct: boolean): Grade {
  return { correct, fraction: correct ? 1 : 0 };
}
