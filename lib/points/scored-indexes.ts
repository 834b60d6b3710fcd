import type { FrozenQuestion, FrozenQuiz } from "../quiz/freeze.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import { earnsPoints } from "./earns-points.ts";

/** The questions that earn points, ascending: no polls, none worth 0 points, none the host has voided. */
export function scoredIndexes(quiz: FrozenQuiz, voided: readonly number[]): number[] {
  return quiz.questions.flatMap((question, index) =>
    canEarn(question) && !voided.includes(index) ? [index] : [],
  );
}

export function canEarn(question: FrozenQuestion): boolean {
  return earnsPoints({ scored: kindOf(question).scored, points: question.points });
}
