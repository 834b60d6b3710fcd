"use client";

import { useCallback, useState } from "react";
import { keepJson, readJson } from "#lib/client/storage/kept.ts";
import { useGameAround } from "./game-around.ts";

/**
 * What a player is putting together, kept in this tab, so that a reload goes on with it. `touched` is false for what stood
 * there from the beginning.
 */
export function useDraft<T>(
  questionIndex: number,
  initial: T,
): [draft: T, set: (draft: T) => void, touched: boolean] {
  const key = useGameAround().draftSlot(questionIndex);
  const [draft, setDraft] = useState<T | undefined>(() => keptDraft<T>(key));
  const set = useCallback(
    (next: T) => {
      setDraft(next);
      if (key !== null) keepJson(key, next, "tab");
    },
    [key],
  );
  return [draft === undefined ? initial : draft, set, draft !== undefined];
}

function keptDraft<T>(key: string | null): T | undefined {
  return key === null ? undefined : ((readJson(key, "tab") as T | null) ?? undefined);
}
