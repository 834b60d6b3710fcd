import { z } from "zod";
import {
  draftFields,
  finiteNumber,
  LIMITS,
  optionalText,
  pointsField,
  questionFields,
} from "../../fields.ts";
import type { Grade, QuestionKind } from "../../kind.ts";
import { describeResponse } from "../../response.ts";
import { endsOnStep, isOnStep, nearestStep, plainNumber, type ScaleSteps, stepCount } from "../steps.ts";
import { sliderBars } from "./slider-bars.ts";

export const sliderSchema = z
  .strictObject({
    kind: z.literal("slider"),
    ...questionFields,
    points: pointsField,
    min: finiteNumber("Give the lower end of the slider."),
    max: finiteNumber("Give the upper end of the slider."),
    step: finiteNumber("Give the step.")
      .refine((step) => step > 0, "The step must be greater than 0.")
      .default(1)
      .describe("The slider stops at min, min + step, … max."),
    correct: finiteNumber("Give the right number."),
    margin: finiteNumber("Give the margin.")
      .min(0, "The margin cannot be negative.")
      .default(0)
      .describe("How far off an answer may be and still be right, inclusive."),
    partialCredit: z
      .boolean("Use true or false.")
      .default(true)
      .describe("Beyond the margin, up to twice as far off, an answer earns part of the points."),
    unit: optionalText(LIMITS.unit),
  })
  .check((ctx) => {
    const problem = rangeProblem(ctx.value);
    if (problem) ctx.issues.push({ code: "custom", input: ctx.value, ...problem });
  });

export type SliderQuestion = z.infer<typeof sliderSchema>;

export const slider = {
  kind: "slider",
  label: "Slider",
  schema: sliderSchema,
  draft: () => ({
    kind: "slider",
    ...draftFields,
    points: 1,
    min: 0,
    max: 100,
    step: 1,
    correct: 0,
    margin: 5,
    partialCredit: true,
  }),
  scored: true,
  composed: true,
  freeze: (question) => question,
  options: () => [],
  details: (question) => ({
    steps: stepsOf(question),
    ...(question.unit ? { unit: question.unit } : {}),
  }),
  problem(question, response) {
    if ("number" in response && isOnStep(question, response.number)) return null;
    const { min, max, step } = question;
    return `This question takes a number, {"number": n} with n from ${min} to ${max} in steps of ${step}; given was ${describeResponse(response)}.`;
  },
  canonical: (question, response) =>
    "number" in response ? { number: nearestStep(question, response.number) } : response,
  grade: (question, response) =>
    "number" in response ? gradeNumber(question, response.number) : { correct: false, fraction: 0 },
  key: ({ correct, margin }) => ({ number: correct, tolerance: margin, closest: false }),
  bars: sliderBars,
} satisfies QuestionKind<SliderQuestion>;

/**
 * Within the margin an answer is right. With partial credit the rest is worth half just outside of it, down to nothing
 * at twice the margin: who was nearly there is better off than who was nowhere near.
 */
function gradeNumber({ correct, margin, partialCredit }: SliderQuestion, given: number): Grade {
  const distance = plainNumber(Math.abs(given - correct));
  if (distance <= margin) return { correct: true, fraction: 1 };
  if (!partialCredit || distance >= 2 * margin) return { correct: false, fraction: 0 };
  return { correct: false, fraction: (2 * margin - distance) / (2 * margin) };
}

function stepsOf({ min, max, step }: SliderQuestion): ScaleSteps {
  return { min, max, step };
}

function rangeProblem(question: SliderQuestion): { message: string; path: string[] } | null {
  const { min, max, step, correct } = question;
  if (!(step > 0)) return null;
  if (min >= max) return { path: ["max"], message: "The upper end must be above the lower end." };
  if (stepCount(question) > LIMITS.steps)
    return { path: ["step"], message: `At most ${LIMITS.steps} steps fit; choose a larger step.` };
  if (!endsOnStep(question))
    return { path: ["step"], message: `Steps of ${step} from ${min} do not end at ${max}.` };
  if (!isOnStep(question, correct)) {
    const stops = `from ${min} to ${max} in steps of ${step}`;
    return { path: ["correct"], message: `The slider cannot stop there: it goes ${stops}.` };
  }
  return null;
}
