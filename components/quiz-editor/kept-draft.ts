import { type Draft, draftOf } from "./draft.ts";

/**
 * What could not be saved on the server yet, because it still has problems or there was no network, waits in this
 * browser: nothing a host has written is lost. One per quiz, and one for a quiz that was never saved.
 */
export interface KeptDraft {
  keptAtMs: number;
  draft: Draft;
}

export function readKeptDraft(quizId: string | null): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(quizId));
    const kept = text === null ? null : (JSON.parse(text) as KeptDraft);
    return kept && Array.isArray(kept.draft?.questions) ? { ...kept, draft: rekeyed(kept.draft) } : null;
  } catch {
    return null;
  }
}

/** False when this browser stores nothing (private window, full disk). */
export function keepDraft(quizId: string | null, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(quizId), JSON.stringify({ keptAtMs: Date.now(), draft } satisfies KeptDraft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(quizId: string | null): void {
  try {
    localStorage.removeItem(keyOf(quizId));
  } catch {
    // Nothing was stored then.
  }
}

function keyOf(quizId: string | null): string {
  return `ovation.draft.${quizId ?? "new"}`;
}

function rekeyed({ title, description, language, questions }: Draft): Draft {
  return draftOf({ title, description, language, questions: questions.map(({ question }) => question) });
}
