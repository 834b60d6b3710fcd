import type { AnswerReceipt } from "../scoring/submit-answer.ts";
import type { Ack } from "./shapes.ts";

/** What the player is told of a stored answer, by any of the three doors. In suspense, nothing of how it went. */
export function ackOf({ repeat, answer, score, streak, rank, suspense }: AnswerReceipt): Ack {
  const ack: Ack = { accepted: true, repeat, questionIndex: answer.questionIndex, score };
  if (repeat) ack.response = answer.response;
  if (suspense) return { ...ack, score: score - answer.points };
  if (answer.correct !== null) {
    ack.correct = answer.correct;
    ack.points = answer.points;
    ack.streak = streak;
  }
  if (rank !== null) ack.rank = rank;
  return ack;
}
