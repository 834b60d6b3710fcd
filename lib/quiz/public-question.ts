import { type FrozenQuiz, questionAt } from "./freeze.ts";
import type { PublicDetails } from "./kind.ts";
import { type KindName, kindOf } from "./kinds/registry.ts";
import { type PublicMedia, type PublicOption, publicMedia } from "./media/public-media.ts";

/** A question as players and the room may see it while it is open. */
export interface PublicQuestion extends PublicDetails {
  index: number;
  total: number;
  kind: KindName;
  prompt: string;
  /** Its texts have no marks, whatever they hold. */
  plainText?: true;
  options: PublicOption[];
  media?: PublicMedia;
  timeLimitMs: number;
  points: 0 | 1 | 2;
  /** False where nothing is right or wrong, as in a poll. */
  scored: boolean;
}

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
