"use client";

import { useMemo, useState } from "react";
import type { Draft } from "./draft.ts";
import type { Findings } from "./use-findings.ts";

/** The questions that show all they lack: those that were left, and those somebody asked about. */
export function useRevealed({ selected, questions }: Draft, { problemsOf }: Findings) {
  const [revealed, reveal] = useState<ReadonlySet<string>>(new Set());
  const [before, setBefore] = useState(selected);
  if (before !== selected) {
    if (before !== null) reveal(new Set([...revealed, before]));
    setBefore(selected);
  }

  const unfinishedKeys = questions
    .flatMap(({ key }, at) => (revealed.has(key) && problemsOf.has(at) ? [key] : []))
    .join(" ");
  const unfinished = useMemo(() => new Set(unfinishedKeys.split(" ")), [unfinishedKeys]);
  return { revealed, unfinished, reveal: (keys: readonly string[]) => reveal(new Set(keys)) };
}
