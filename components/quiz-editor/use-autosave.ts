"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Draft, inputOf } from "./draft.ts";
import { forgetDraft, keepDraft } from "./kept-draft.ts";

/**
 * Saves by itself, a moment after the last key. A draft with problems is not saved but kept in this browser
 * (kept-draft.ts), and so is every change until the server has it. One save runs at a time; what was written meanwhile
 * goes with the next one. A save that failed is tried again.
 */
export type SaveState =
  | { name: "untouched" }
  | { name: "saved" }
  | { name: "saving" }
  | { name: "problems"; count: number }
  | { name: "failed"; message: string };

export type SaveOutcome = { ok: true; quizId: string } | { ok: false; message: string };

interface Autosave {
  draft: Draft;
  problems: number;
  /** Null until the quiz exists on the server. */
  quizId: string | null;
  /** The quiz as the server has it; null for a new one. */
  stored: Draft | null;
  /** Creates the quiz when there is no id yet. */
  save(quizId: string | null, input: unknown): Promise<SaveOutcome>;
}

const QUIET_MS = 900;
const RETRY_MS = 5_000;

export function useAutosave({ draft, problems, quizId, stored, save }: Autosave) {
  const json = useMemo(() => JSON.stringify(inputOf(draft)), [draft]);
  const [savedJson, setSavedJson] = useState(() => (stored ? JSON.stringify(inputOf(stored)) : null));
  const [id, setId] = useState(quizId);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef({ json, id, running, dirty: false, problems, save });
  // An untouched new quiz is nothing to be guarded.
  const [untouched] = useState(json);
  const dirty = json !== savedJson && !(savedJson === null && json === untouched);

  useEffect(() => {
    latest.current = { ...latest.current, json, id, dirty, problems, save };
  });

  const push = useCallback(async () => {
    const now = latest.current;
    if (now.running || !now.dirty || now.problems > 0) return;
    now.running = true;
    setRunning(true);
    const { json: sent, id: sentId } = now;
    const outcome = await now
      .save(sentId, JSON.parse(sent))
      .catch((): SaveOutcome => ({ ok: false, message: "The server cannot be reached." }));
    latest.current.running = false;
    setRunning(false);
    setFailure(outcome.ok ? null : outcome.message);
    if (!outcome.ok) return;
    setSavedJson(sent);
    setId(outcome.quizId);
    latest.current.id = outcome.quizId;
    // Once it exists, what is still unsaved is kept under its own name.
    if (sentId === null || latest.current.json === sent) forgetDraft(sentId);
    if (latest.current.json === sent) latest.current.dirty = false;
  }, []);

  useEffect(() => {
    if (!dirty) return;
    keepDraft(id, draft);
    if (problems > 0 || running) return;
    const timer = setTimeout(push, failure === null ? QUIET_MS : RETRY_MS);
    return () => clearTimeout(timer);
  }, [dirty, draft, id, problems, running, failure, push]);

  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (latest.current.dirty) event.preventDefault();
    };
    addEventListener("beforeunload", guard);
    return () => {
      removeEventListener("beforeunload", guard);
      void push();
    };
  }, [push]);

  const untouchedNew = id === null && !dirty && !running;
  const state: SaveState = untouchedNew
    ? { name: "untouched" }
    : stateOf({ dirty, problems, failure, running });
  return { state, quizId: id, saveNow: push };
}

interface Facts {
  dirty: boolean;
  problems: number;
  failure: string | null;
  running: boolean;
}

function stateOf({ dirty, problems, failure, running }: Facts): SaveState {
  if (!dirty && !running) return { name: "saved" };
  if (problems > 0) return { name: "problems", count: problems };
  if (failure !== null) return { name: "failed", message: failure };
  return { name: "saving" };
}
