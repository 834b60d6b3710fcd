import type { StoredAnswer } from "../session/answer-store.ts";

/** A stored answer and the player's totals after it. */
export interface AnswerReceipt {
  repeat: boolean;
  answer: StoredAnswer;
  score: number;
  streak: number;
  rank: number | null;
  /** Whether points must not be told before the reveal. */
  suspense: boolean;
}
