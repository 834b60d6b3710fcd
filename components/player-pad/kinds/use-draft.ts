"use client";

import { useCallback, useState } from "react";
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
      if (key === null) return;
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Only a reload is less well served.
      }
    },
    [key],
  );
  return [draft === undefined ? initial : draft, set, draft !== undefined];
}

function keptDraft<T>(key: string | null): T | undefined {
  if (key === null) return undefined;
  try {
    return (JSON.parse(sessionStorage.getItem(key) ?? "null") as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
