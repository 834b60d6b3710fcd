import type { FrozenQuiz } from "./freeze.ts";
import { toPublicQuestion } from "./public-question.ts";

/** The pictures that screens load before a question is asked. */
export interface NextPictures {
  media?: string;
  options: string[];
}

/**
 * The ids of a question's pictures and nothing else of it: no words, and sorted, so that their order tells nothing (ids are
 * random). Undefined without pictures.
 */
export function nextPictures(quiz: FrozenQuiz, index: number): NextPictures | undefined {
  if (index >= quiz.questions.length) return undefined;
  const { media, options } = toPublicQuestion(quiz, index);
  const ids = options.flatMap(({ image }) => image?.id ?? []).sort();
  if (media?.type !== "image") return ids.length > 0 ? { options: ids } : undefined;
  return { media: media.id, options: ids };
}
