import type { StoredQuiz } from "../quiz/quiz-store.ts";

/** A stored quiz as the API shows it: the quiz itself, and what the store knows of it. */
export function quizReply({ id, quiz, createdAtMs, updatedAtMs }: StoredQuiz) {
  return { id, ...quiz, createdAtMs, updatedAtMs };
}
