"use client";

import { useCallback, useMemo, useState } from "react";
import type { Draft } from "../draft.ts";

/** The questions picked for something to be done with all of them. Those that are gone meanwhile are picked no more. */
export function usePicked({ questions }: Draft) {
  const [keys, setKeys] = useState<ReadonlySet<string> | null>(null);
  const picked = useMemo(
    () => keys && new Set(questions.flatMap(({ key }) => (keys.has(key) ? [key] : []))),
    [keys, questions],
  );
  const pick = useCallback((key: string) => {
    setKeys((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return {
    picked,
    pick,
    /** All, or none once all are. */
    pickAll: () =>
      setKeys(picked?.size === questions.length ? new Set() : new Set(questions.map(({ key }) => key))),
    startPicking: () => setKeys(new Set()),
    stopPicking: () => setKeys(null),
  };
}
