import { z } from "zod";
import type { Refusal } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { LIMITS, optionalText, requiredText } from "./fields.ts";
import { questionSchema } from "./kinds/registry.ts";
import { languageField } from "./language-field.ts";
import { fitsQuiz, type Problem, plainMessage, problemsOf } from "./problems.ts";

const { min, max } = LIMITS.questions;

function questionList<Each extends z.ZodType>(each: Each) {
  return z
    .array(each, "List the questions.")
    .min(min, "Add at least one question.")
    .max(max, `A quiz can have at most ${max} questions.`);
}

export const quizSchema = z.strictObject({
  title: requiredText(LIMITS.title, "Give the quiz a title."),
  description: optionalText(LIMITS.description),
  language: languageField
    .optional()
    .describe(
      "What it is written in, as a BCP 47 tag: how screen readers speak it, which way it runs, and how typed answers are read.",
    ),
  questions: questionList(questionSchema),
});

/** A quiz that can be played. */
export type Quiz = z.output<typeof quizSchema>;

/** A quiz as a host sends it: what has a default may be left out. */
export type QuizInput = z.input<typeof quizSchema>;

export function parseQuiz(input: unknown): Result<Quiz, Refusal> {
  return fitsQuiz(quizSchema, input);
}

const withoutQuestions = quizSchema.extend({ questions: questionList(z.unknown()) });

/**
 * `quizProblems` of a quiz that is asked about at every key: a question that is the same object as before is not looked
 * at again.
 */
export function draftProblems(quiz: { questions: readonly object[] }): Problem[] {
  const parsed = withoutQuestions.safeParse(quiz, { error: plainMessage });
  const whole = parsed.success ? [] : problemsOf(parsed.error);
  const each = quiz.questions.flatMap((question, at) =>
    problemsOfOne(question).map(({ path, message }) => ({
      path: path === "" ? `questions[${at}]` : `questions[${at}].${path}`,
      message,
    })),
  );
  return [...whole, ...each];
}

const known = new WeakMap<object, Problem[]>();

function problemsOfOne(question: object): Problem[] {
  const before = known.get(question);
  if (before) return before;
  const parsed = questionSchema.safeParse(question, { error: plainMessage });
  const problems = parsed.success ? [] : problemsOf(parsed.error);
  known.set(question, problems);
  return problems;
}

/** Everything that keeps a draft from being played; empty when nothing does. */
export function quizProblems(input: unknown): Problem[] {
  const parsed = quizSchema.safeParse(input, { error: plainMessage });
  return parsed.success ? [] : problemsOf(parsed.error);
}
