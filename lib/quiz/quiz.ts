import { z } from "zod";
import { hasManyKeys, KEYS_MAX } from "../kernel/many-keys.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { LIMITS, optionalText, requiredText } from "./fields.ts";
import { questionSchema } from "./kinds/registry.ts";
import { languageField } from "./language-field.ts";
import { type Problem, plainMessage, problemsOf } from "./problems.ts";

const { min, max } = LIMITS.questions;

export const quizSchema = z.strictObject({
  title: requiredText(LIMITS.title, "Give the quiz a title."),
  description: optionalText(LIMITS.description),
  language: languageField
    .optional()
    .describe("What it is written in, as a BCP 47 tag: how screen readers speak it and which way it runs."),
  questions: z
    .array(questionSchema, "List the questions.")
    .min(min, "Add at least one question.")
    .max(max, `A quiz can have at most ${max} questions.`),
});

/** A quiz that can be played. */
export type Quiz = z.output<typeof quizSchema>;

/** A quiz as a host sends it: what has a default may be left out. */
export type QuizInput = z.input<typeof quizSchema>;

export function parseQuiz(input: unknown): Result<Quiz, Refusal> {
  if (hasManyKeys(input)) return refuse("bad_request", `Nothing in a quiz has more than ${KEYS_MAX} fields.`);
  const parsed = quizSchema.safeParse(input, { error: plainMessage });
  if (parsed.success) return ok(parsed.data);
  const problems = problemsOf(parsed.error);
  const count =
    problems.length === 1
      ? "one problem that must be mended"
      : `${problems.length} problems that must be mended`;
  return refuse("invalid_quiz", `The quiz has ${count} first.`, problems);
}

/** Everything that keeps a draft from being played; empty when nothing does. */
export function quizProblems(input: unknown): Problem[] {
  const parsed = quizSchema.safeParse(input, { error: plainMessage });
  return parsed.success ? [] : problemsOf(parsed.error);
}
