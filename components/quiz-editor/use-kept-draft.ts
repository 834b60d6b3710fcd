"use client";

import { useEffect, useState } from "react";
import { type Draft, inputOf } from "./draft.ts";
import { type KeptDraft, readKeptDraft } from "./kept-draft.ts";

/** What this browser kept when the page was left, unless it is what the server has. Read once, after hydration. */
export function useKeptDraft(quizId: string | null, original: Draft | null) {
  const [offer, setOffer] = useState<KeptDraft | null>(null);
  useEffect(() => {
    const found = readKeptDraft(quizId);
    const known = original ? JSON.stringify(inputOf(original)) : null;
    if (found && JSON.stringify(inputOf(found.draft)) !== known) setOffer(found);
  }, [quizId, original]);
  return { offer, answered: () => setOffer(null) };
}
