import type { FrozenQuiz } from "../quiz/freeze.ts";
import { kindOf } from "../quiz/kinds/registry.ts";

/** The questions that earn points, ascending: no polls, none worth 0 points, none the host has voided. */
export function scoredIndexes(quiz: FrozenQuiz, voided: readonly number[]): number[] {
  return quiz.questions.flatMap((question, index) =>
    kindOf(question).scored && question.points > 0 && !voided.includes(index) ? [index] : [],
  );
}
