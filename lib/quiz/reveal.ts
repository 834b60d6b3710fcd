import { type FrozenQuiz, questionAt } from "./freeze.ts";
import { kindOf } from "./kinds/registry.ts";
import type { AnswerKey } from "./public-shapes.ts";

/** The part of the view that appears at the reveal, and never before. `key` is null where nothing is right or wrong. */
export interface QuestionReveal {
  key: AnswerKey | null;
  explanation?: string;
}

export function revealOf(quiz: FrozenQuiz, index: number): QuestionReveal {
  const question = questionAt(quiz, index);
  const key = kindOf(question).key(question);
  // It explains what is right.
  if (question.survey) return { key };
  return question.explanation ? { key, explanation: question.explanation } : { key };
}
