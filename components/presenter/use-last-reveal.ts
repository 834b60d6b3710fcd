import { useEffect, useState } from "react";
import { keepJson, readJson } from "#lib/client/storage/kept.ts";
import type { PublicQuestion } from "#lib/quiz/public-question.ts";
import type { Reveal, View } from "#lib/session/reports/view.ts";

/** The last solved question, to be shown again during the next one. */
export interface Solved {
  question: PublicQuestion;
  reveal: Reveal;
}

/** The last reveal on this screen, kept across reloads; null before the first one. */
export function useLastReveal(view: View | null): Solved | null {
  const [kept, setKept] = useState<{ sessionId: string; solved: Solved } | null>(null);
  const sessionId = view?.sessionId ?? null;
  const shown = view?.question && view.reveal ? { question: view.question, reveal: view.reveal } : null;
  const before = kept !== null && kept.sessionId === sessionId ? kept.solved : null;
  if (shown && sessionId !== null && shown.reveal !== before?.reveal) {
    setKept({ sessionId, solved: shown });
  }

  useEffect(() => {
    if (sessionId === null) return;
    const stored = readJson(keyOf(sessionId), "tab") as Solved | null;
    if (stored) setKept((kept) => (kept?.sessionId === sessionId ? kept : { sessionId, solved: stored }));
  }, [sessionId]);
  useEffect(() => {
    if (kept) keepJson(keyOf(kept.sessionId), kept.solved, "tab");
  }, [kept]);
  return shown ?? before;
}

const keyOf = (sessionId: string) => `ovation.revealed.${sessionId}`;
