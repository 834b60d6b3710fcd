import { z } from "zod";
import { draftFields, LIMITS, optionalText, questionFields } from "../../fields.ts";
import type { QuestionKind, ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import { describeResponse } from "../../response.ts";
import { isOnStep, nearestStep, type ScaleSteps, stepAt, stepCount } from "../steps.ts";

const { min, max } = LIMITS.scale;
const WRONG_SCALE = `The scale must be a whole number from ${min} to ${max}, or "nps".`;

export const ratingSchema = z.strictObject({
  kind: z.literal("rating"),
  ...questionFields,
  points: z.literal(0, "A rating has no right answer, so its points must be 0.").default(0),
  scale: z
    .union([z.int().min(min).max(max), z.literal("nps")], WRONG_SCALE)
    .default(5)
    .describe('From 1 to this number; "nps" is the Net Promoter Score, from 0 to 10.'),
  lowLabel: optionalText(LIMITS.endLabel).describe("What the lowest number means."),
  highLabel: optionalText(LIMITS.endLabel).describe("What the highest number means."),
});

export type RatingQuestion = z.infer<typeof ratingSchema>;

export const rating = {
  kind: "rating",
  label: "Rating",
  schema: ratingSchema,
  draft: () => ({ kind: "rating", ...draftFields, points: 0, scale: 5 }),
  scored: false,
  freeze: (question) => question,
  options: () => [],
  details: (question) => ({
    steps: stepsOf(question),
    ...(question.scale === "nps" ? { nps: true as const } : {}),
    ...(question.lowLabel ? { lowLabel: question.lowLabel } : {}),
    ...(question.highLabel ? { highLabel: question.highLabel } : {}),
  }),
  problem(question, response) {
    const steps = stepsOf(question);
    if ("number" in response && isOnStep(steps, response.number)) return null;
    return `This question takes a whole number from ${steps.min} to ${steps.max}, {"number": n}; given was ${describeResponse(response)}.`;
  },
  canonical: (question, response) =>
    "number" in response ? { number: nearestStep(stepsOf(question), response.number) } : response,
  grade: () => ({ correct: null, fraction: 0 }),
  key: () => null,
  bars,
} satisfies QuestionKind<RatingQuestion>;

function stepsOf({ scale }: RatingQuestion): ScaleSteps {
  return scale === "nps" ? { min: 0, max: 10, step: 1 } : { min: 1, max: scale, step: 1 };
}

function bars(question: RatingQuestion, rows: readonly ResponseCount[]): Bar[] {
  const steps = stepsOf(question);
  const counts = new Map<number, number>();
  for (const { response, count } of rows)
    if ("number" in response) counts.set(response.number, (counts.get(response.number) ?? 0) + count);
  return Array.from({ length: stepCount(steps) + 1 }, (_, index) => {
    const value = stepAt(steps, index);
    return {
      label: String(value),
      count: counts.get(value) ?? 0,
      correct: null,
      range: { from: value, to: value },
    };
  });
}
