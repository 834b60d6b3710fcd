import { z } from "zod";
import { type FrozenQuiz, questionAt } from "./freeze.ts";
import { kindNames, kindOf } from "./kinds/registry.ts";
import { publicMedia } from "./media/public-media.ts";
import { publicDetailsSchema, publicMediaSchema, publicOptionSchema } from "./public-shapes.ts";

/** A question as players and the room may see it while it is open. */
export const publicQuestionSchema = z.object({
  index: z.int(),
  total: z.int(),
  kind: z.enum(kindNames),
  prompt: z.string(),
  plainText: z.literal(true).optional().describe("Its texts have no marks: they are shown as they are."),
  options: z.array(publicOptionSchema),
  media: publicMediaSchema.optional(),
  timeLimitMs: z.number(),
  points: z.number().describe("1 or 2; 0 for what earns none."),
  scored: z.boolean().describe("False where nothing is right or wrong, as in a poll."),
  ...publicDetailsSchema.shape,
});

export type PublicQuestion = z.infer<typeof publicQuestionSchema>;

/**
 * Built field by field from what is public, never by taking fields away: a field added to a question later stays
 * private until somebody names it here or in its kind's `details`.
 */
export function toPublicQuestion(quiz: FrozenQuiz, index: number): PublicQuestion {
  const question = questionAt(quiz, index);
  const kind = kindOf(question);
  const media = publicMedia(question.media);
  return {
    index,
    total: quiz.questions.length,
    kind: question.kind,
    prompt: question.prompt,
    options: kind.options(question),
    timeLimitMs: question.timeLimitMs,
    points: question.points,
    scored: kind.scored,
    ...(question.plainText ? { plainText: true as const } : {}),
    ...(media ? { media } : {}),
    ...kind.details?.(question),
  };
}
