import { z } from "zod";
import type { Refusal } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { LIMITS } from "../fields.ts";
import { chooseKind, type KindName, type Question, questionSchemas } from "../kinds/registry.ts";
import { fitsQuiz } from "../problems.ts";
import { quizSchema } from "../quiz.ts";
import { unfinished } from "./unfinished.ts";

/** A question while it is written: a number or a verdict may still be missing, a text empty. */
export type QuestionDraft = Unfinished<Question>;
type Unfinished<Q> = Q extends { kind: "truefalse" }
  ? WithGaps<Q, "correct">
  : Q extends { kind: "number" }
    ? WithGaps<Q, "correct" | "tolerance">
    : Q extends { kind: "slider" }
      ? WithGaps<Q, "min" | "max" | "step" | "correct" | "margin">
      : Q;
type WithGaps<Q, Field extends string> = Omit<Q, Field> & Partial<Pick<Q, Field & keyof Q>>;

export type DraftOf<Kind extends KindName> = Extract<QuestionDraft, { kind: Kind }>;

/** A quiz as it stands in the editor: stored as it is, and playable once `quizProblems` finds nothing in it. */
export interface QuizDraft {
  title: string;
  description?: string | undefined;
  /** As a BCP 47 tag; undefined for quizzes that name none. */
  language?: string | undefined;
  questions: QuestionDraft[];
}

/** Two people who add questions at once may end above what a quiz can have; then some must go, and none is lost. */
const QUESTIONS_MAX = 2 * LIMITS.questions.max;

const { title, description, language } = quizSchema.shape;

export const questionDraftSchema = z.discriminatedUnion("kind", questionSchemas.map(unfinished) as never, {
  error: chooseKind,
}) as unknown as z.ZodType<QuestionDraft>;

export const quizDraftSchema = z.strictObject({
  title: unfinished(title),
  description: unfinished(description),
  language,
  questions: z
    .array(questionDraftSchema)
    .max(QUESTIONS_MAX, `At most ${QUESTIONS_MAX} questions can be kept.`)
    .default([]),
}) as unknown as z.ZodObject<DraftShape, z.core.$strict>;

type DraftShape = {
  title: z.ZodType<string>;
  description: z.ZodOptional<z.ZodType<string>>;
  language: z.ZodOptional<z.ZodType<string>>;
  questions: z.ZodType<QuestionDraft[]>;
};

/** Fits what stands in an editor, or says what in it can never be part of a quiz. */
export function parseDraft(input: unknown): Result<QuizDraft, Refusal> {
  return fitsQuiz(quizDraftSchema, input);
}
