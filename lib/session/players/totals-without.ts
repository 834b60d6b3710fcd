import { scoredIndexes } from "../../points/scored-indexes.ts";
import type { StoredAnswer } from "../answer-store.ts";
import type { Session } from "../session.ts";

/** A player's totals from all questions but one, from their answers at one instant. */
export function totalsWithout(
  { quiz, voided }: Pick<Session, "quiz" | "voided">,
  answers: readonly StoredAnswer[],
  index: number,
): { score: number; correctTimeMs: number; correctCount: number } {
  const scored = scoredIndexes(quiz, voided);
  const totals = { score: 0, correctTimeMs: 0, correctCount: 0 };
  for (const { questionIndex, points, correct, elapsedMs } of answers) {
    if (questionIndex === index) continue;
    totals.score += points;
    if (correct !== true) continue;
    totals.correctCount += 1;
    if (scored.includes(questionIndex)) totals.correctTimeMs += elapsedMs;
  }
  return totals;
}
