"use client";

import { type Dispatch, useEffect, useEffectEvent, useMemo, useState } from "react";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import type { EditingChange } from "./editing.ts";
import { forgetKept, type KeptDraft, readKeptDraft, readLostDraft, readOldDraft } from "./kept-draft.ts";

interface Kept {
  quizId: string;
  isNew: boolean;
  /** The quiz in the editor. */
  quiz: NamedDraft;
  change: Dispatch<EditingChange>;
  onRestored(): void;
}

/**
 * What this browser kept when a page was left. Of this very quiz it is put back at once; another new quiz that never
 * reached the server, and what earlier versions of the editor kept, is offered. Read once, after hydration.
 */
export function useKeptDraft({ quizId, isNew, quiz, change, onRestored }: Kept) {
  const [offer, setOffer] = useState<KeptDraft | null>(null);
  const [opened] = useState(quiz);

  const find = useEffectEvent(() => {
    const own = readKeptDraft(quizId);
    const found = own ?? readOldDraft(isNew ? null : quizId, quiz) ?? (isNew ? readLostDraft() : null);
    if (found && sameJson(found.quiz, quiz)) return forgetKept(found.key);
    if (found !== own) return setOffer(found);
    if (!own) return;
    change({ change: "restore", quiz: own.quiz, base: own.base, unconfirmed: own.unconfirmed });
    onRestored();
  });
  useEffect(() => find(), []);

  function answer(take: boolean) {
    if (!offer) return;
    if (take) change({ change: "restore", quiz: offer.quiz, base: null, unconfirmed: [] });
    forgetKept(offer.key);
    setOffer(null);
  }
  // It would take the place of what is written meanwhile; then it waits for the next time.
  const untouched = useMemo(() => sameJson(quiz, opened), [quiz, opened]);
  return { offer: untouched ? offer : null, answer };
}
