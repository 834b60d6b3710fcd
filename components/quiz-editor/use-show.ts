"use client";

import { type Dispatch, type RefObject, useCallback, useEffect, useEffectEvent } from "react";
import type { Conflict } from "#lib/quiz/drafts/merge-drafts.ts";
import { type Draft, placeOf } from "./draft.ts";
import { focusField } from "./focus-field.ts";
import type { EditingChange } from "./saving/editing.ts";
import type { Findings } from "./use-findings.ts";

interface Shown {
  draft: Draft;
  findings: Findings;
  conflicts: readonly Conflict[];
  change: Dispatch<EditingChange>;
  reveal: (keys: readonly string[]) => void;
  desk: RefObject<HTMLElement | null>;
}

/** Selects a question, and puts the cursor where something is to be done. A problem in the address is shown at once. */
export function useShow({ draft, findings, conflicts, change, reveal, desk }: Shown) {
  const { problems, adviceOf } = findings;

  function question(at: number) {
    const { key } = draft.questions[at] ?? {};
    if (key !== undefined) change({ change: "select", key });
  }

  const field = useCallback((path: string) => focusField(desk.current, path), [desk]);
  /** For when a dialog closes: it gives the focus back first. */
  const fieldAfterDialog = (path: string) => void setTimeout(() => focusField(desk.current, path));

  function problem(path = problems[0]?.path ?? "") {
    reveal(draft.questions.map(({ key }) => key));
    const at = Number(/^questions\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
    question(at);
    fieldAfterDialog(draft.questions[at] ? path.replace(/^questions\[\d+\]\.?/, "") : "title");
  }

  function conflict() {
    const first = conflicts[0];
    if (first?.about === "question") change({ change: "select", key: first.id });
    requestAnimationFrame(() => desk.current?.querySelector<HTMLElement>("[data-conflict]")?.focus());
  }

  /** The next question, counted from the selected one, that has advice. */
  function nextAdvice() {
    const place = placeOf(draft, draft.selected);
    const places = [...adviceOf.keys()].filter((at) => at !== place).sort((a, b) => a - b);
    question(places.find((at) => at > place) ?? places[0] ?? -1);
  }

  const linked = useEffectEvent(() => {
    const path = decodeURIComponent(location.hash.slice(1));
    if (path !== "") problem(path);
  });
  useEffect(() => linked(), []);

  return { question, field, fieldAfterDialog, problem, conflict, nextAdvice };
}
