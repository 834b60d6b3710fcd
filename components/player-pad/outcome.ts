import type { You } from "#lib/session/players/you.ts";
import type { View } from "#lib/session/reports/view.ts";

/**
 * How a question went for this player, as far as may be told.
 * pending: the last answers are still being counted · thanks: a poll, nothing was right or wrong
 */
export type Outcome = "pending" | "right" | "partly" | "wrong" | "none" | "thanks" | "voided";

export function outcomeOf(view: View, you: You | null): Outcome {
  const { question, reveal } = view;
  if (!question) return "pending";
  if (reveal?.voided) return "voided";
  const answer = you?.answer?.questionIndex === question.index ? you.answer : null;
  // The player's own line may come a moment after the view; until both are here, nothing is claimed.
  const settled = reveal?.result != null;
  if (!answer) return settled && you ? "none" : "pending";
  if (!question.scored) return "thanks";
  if (answer.correct === true) return "right";
  if (answer.correct === undefined || answer.correct === null) return "pending";
  return (answer.fraction ?? 0) > 0 || (answer.points ?? 0) > 0 ? "partly" : "wrong";
}

/** The points of that question, or null where there were none to win. */
export function pointsWon(view: View, you: You | null): number | null {
  const { question, reveal } = view;
  if (!question?.scored || question.points === 0 || reveal?.voided) return null;
  return you?.answer?.questionIndex === question.index ? (you.answer.points ?? null) : null;
}
