import type { Response } from "../../quiz/response.ts";
import type { TextStorage } from "../storage/text-storage.ts";

/** Answers that are not acknowledged yet, kept so that a reload goes on sending them. One per session and question. */
export interface PendingAnswers {
  keep(answer: PendingAnswer): void;
  find(sessionId: string, questionIndex: number): PendingAnswer | null;
  forget(sessionId: string, questionIndex: number): void;
}

export interface PendingAnswer {
  sessionId: string;
  questionIndex: number;
  /** Null if it was not known yet; an answer of another player in the same tab is never sent. */
  playerId: string | null;
  response: Response;
  pressedAtMs: number;
  /** Where it changes an earlier one. */
  change?: number;
}

export function pendingAnswers(storage: TextStorage): PendingAnswers {
  return {
    keep: (answer) =>
      attempt(() => storage.set(answerSlot(answer.sessionId, answer.questionIndex), JSON.stringify(answer))),
    find(sessionId, questionIndex) {
      return (
        attempt(() => {
          const text = storage.get(answerSlot(sessionId, questionIndex));
          const answer = text === null ? null : (JSON.parse(text) as PendingAnswer);
          return answer?.response && answer.questionIndex === questionIndex ? answer : null;
        }) ?? null
      );
    },
    forget: (sessionId, questionIndex) => attempt(() => storage.remove(answerSlot(sessionId, questionIndex))),
  };
}

/** Where a tab keeps it. */
export function answerSlot(sessionId: string, questionIndex: number): string {
  return `ovation:answer:${sessionId}:${questionIndex}`;
}

/** Storage is a convenience: where a browser forbids it, only a reload is less well served. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
