import { type FrozenQuiz, questionAt } from "./freeze.ts";
import { kindOf } from "./kinds/registry.ts";
import type { AnswerKey } from "./public-shapes.ts";

/** What enters the view at the reveal, and never before. `key` is null where nothing is right or wrong. */
export interface Reveal {
  key: AnswerKey | null;
  explanation?: string;
}

export function revealOf(quiz: FrozenQuiz, index: number): Reveal {
  const question = questionAt(quiz, index);
  const key = kindOf(question).key(question);
  // It explains what is right.
  if (question.survey) return { key };
  return question.explanation ? { key, explanation: question.explanation } : { key };
}
