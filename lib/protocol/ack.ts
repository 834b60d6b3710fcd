import type { AnswerReceipt } from "../scoring/answer-receipt.ts";
import type { Ack } from "./shapes.ts";

/** The acknowledgment of a stored answer, the same on all three channels. In suspense it does not say how the answer was judged. */
export function ackOf({ repeat, answer, score, streak, rank, suspense }: AnswerReceipt): Ack {
  const shown = suspense ? score - answer.points : score;
  const ack: Ack = { accepted: true, repeat, questionIndex: answer.questionIndex, score: shown };
  if (repeat) ack.response = answer.response;
  if (answer.changes) ack.changes = answer.changes;
  if (suspense) return ack;
  if (answer.correct !== null) {
    ack.correct = answer.correct;
    ack.points = answer.points;
    ack.streak = streak;
  }
  if (rank !== null) ack.rank = rank;
  return ack;
}
