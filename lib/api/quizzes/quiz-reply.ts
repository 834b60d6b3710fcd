import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { QuizSummary, StoredQuiz } from "../../quiz/quiz-store.ts";

/** A stored quiz as the API shows it: the quiz itself, and what the store knows of it. */
export function quizReply<Q extends QuizDraft>(stored: StoredQuiz<Q>) {
  const { id, quiz, version, problems, createdAtMs, updatedAtMs } = stored;
  return { id, ...quiz, version, problems, createdAtMs, updatedAtMs };
}

export function summaryReply({ firstProblems: _, ...summary }: QuizSummary) {
  return summary;
}

/** The quiz in a body, and the version it is expected to be; without what the store had added to it. */
export function sentQuiz<Body extends Sent>(body: Body) {
  const { id: _, version: __, problems: ___, createdAtMs: ____, updatedAtMs: _____, ...rest } = body;
  const { expectedVersion, ...quiz } = rest;
  return { quiz, expectedVersion };
}

interface Sent {
  id?: unknown;
  version?: unknown;
  problems?: unknown;
  createdAtMs?: unknown;
  updatedAtMs?: unknown;
  expectedVersion?: number | undefined;
}
