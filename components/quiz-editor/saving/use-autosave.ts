"use client";

import { useMutation } from "@tanstack/react-query";
import { type Dispatch, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { written } from "../draft.ts";
import { changeEditing, type Editing, type EditingChange, type Version } from "./editing.ts";
import { forgetDraft, keepDraft } from "./kept-draft.ts";
import { readQuiz, type SaveReply, saveQuiz } from "./quiz-calls.ts";

/**
 * Saves automatically, a moment after the last key, whatever stands there. One save runs at a time, on the version that is
 * known here; what was written meanwhile goes with the next one. A save that failed is tried again. Until the server
 * has a change, this browser keeps it, too (kept-draft.ts). While a conflict is open nothing is sent.
 */
export type SaveState =
  | { name: "untouched" | "saved" | "saving" }
  | { name: "conflict"; count: number }
  | { name: "offline" | "unreachable" | "signedOut" | "gone" }
  | { name: "refused"; message: string };

type Failure = Extract<SaveReply, { name: "unreachable" | "signedOut" | "gone" | "refused" }>;

interface Autosave {
  quizId: string;
  editing: Editing;
  change: Dispatch<EditingChange>;
  /** Somebody else's changes were taken in. */
  onNews(): void;
}

/** Saved by this page: one that the router brings back from its memory is as old as its first visit. */
const savedHere = new Map<string, NamedDraft>();

const QUIET_MS = 900;
const KEEP_MS = 150;
const RETRY_MS = 5_000;

export function useAutosave({ quizId, editing, change, onNews }: Autosave) {
  const { draft, stored, unconfirmed, conflicts, fork } = editing;
  const quiz = useMemo(() => written(draft), [draft]);
  const dirty = useMemo(() => !sameJson(quiz, stored.quiz), [quiz, stored.quiz]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [kept, setKept] = useState(true);
  const running = useRef<Promise<SaveReply> | null>(null);

  const save = useMutation({
    networkMode: "always",
    mutationFn: (sent: Version) => {
      change({ change: "sending", quiz: sent.quiz });
      running.current = saveQuiz(quizId, sent);
      return running.current;
    },
    onSuccess: (reply, sent) => heard(reply, sent),
  });
  const open = conflicts.length > 0;
  // Deleted elsewhere, and to be kept all the same: that is a new quiz.
  const failed = failure !== null && !(failure.name === "gone" && stored.version === 0);

  function heard(reply: SaveReply, sent: Version) {
    if (reply.name === "stored") {
      forgetDraft(quizId);
      savedHere.set(quizId, sent.quiz);
      change({ change: "stored", saved: { version: reply.version, quiz: sent.quiz } });
    } else if (reply.name === "behind") takeIn(reply.theirs);
    setFailure(reply.name === "stored" || reply.name === "behind" ? null : reply);
  }

  function takeIn(theirs: Version) {
    const own = [...unconfirmed, savedHere.get(quizId)].some((sent) => sameJson(sent, theirs.quiz));
    // A conflict speaks for itself, and a note would lie over its buttons.
    const asks = changeEditing(editing, { change: "behind", theirs }).conflicts.length > 0;
    if (!own && !asks) onNews();
    change({ change: "behind", theirs });
  }

  const push = useEffectEvent((now: NamedDraft) => {
    if (dirty && !open && !save.isPending) save.mutate({ quiz: now, version: stored.version });
  });

  /** The page goes: what is not on its way yet is sent, behind what is. */
  const leave = useEffectEvent(async () => {
    const before = save.isPending ? save.variables : null;
    if (!dirty || open || (before && sameJson(before.quiz, quiz))) return;
    const reply = before ? await running.current : null;
    const version = reply?.name === "stored" ? reply.version : stored.version;
    change({ change: "sending", quiz });
    savedHere.set(quizId, quiz);
    const { name } = await saveQuiz(quizId, { quiz, version });
    if (name === "stored") forgetDraft(quizId);
  });

  /** Before somebody writes on what is old: what other windows saved meanwhile. */
  const look = useEffectEvent(async () => {
    if (document.hidden || open || save.isPending) return;
    const reply = await readQuiz(quizId);
    if (reply.name === "behind") seen(reply.theirs);
  });
  const seen = useEffectEvent((theirs: Version) => {
    if (theirs.version > stored.version && !save.isPending && !open) takeIn(theirs);
  });

  const keep = useEffectEvent(() => {
    // While a conflict is open, what both began from: the question would not be asked again otherwise.
    if (dirty) keepDraft(quizId, { quiz, base: fork ?? stored, unconfirmed });
  });

  // Writing all of a long quiz at every key would be felt; a page that goes keeps what it has at once.
  useEffect(() => {
    if (!dirty) return;
    const now = { quiz, base: fork ?? stored, unconfirmed };
    const timer = setTimeout(() => setKept(keepDraft(quizId, now)), KEEP_MS);
    return () => clearTimeout(timer);
  }, [dirty, quizId, quiz, stored, fork, unconfirmed]);

  useEffect(() => {
    if (!dirty || open || save.isPending) return;
    const timer = setTimeout(() => push(quiz), failed ? RETRY_MS : QUIET_MS);
    return () => clearTimeout(timer);
  }, [dirty, quiz, open, save.isPending, failed]);

  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (needsGuard()) event.preventDefault();
    };
    const back = () => (needsGuard() ? again() : void look());
    const gone = () => {
      keep();
      void leave();
    };
    if (savedHere.has(quizId)) void look();
    addEventListener("beforeunload", guard);
    addEventListener("pagehide", gone);
    addEventListener("online", back);
    addEventListener("focus", back);
    return () => {
      removeEventListener("beforeunload", guard);
      removeEventListener("pagehide", gone);
      removeEventListener("online", back);
      removeEventListener("focus", back);
      keep();
      void leave();
    };
  }, [quizId]);
  const needsGuard = useEffectEvent(() => dirty);
  const again = useEffectEvent(() => push(quiz));

  const state = stateOf({ editing, dirty, failure: failed ? failure : null });
  return { state, quiz, kept };
}

interface Facts {
  editing: Editing;
  dirty: boolean;
  failure: Failure | null;
}

function stateOf({ editing: { stored, conflicts }, dirty, failure }: Facts): SaveState {
  if (conflicts.length > 0) return { name: "conflict", count: conflicts.length };
  if (!dirty) return { name: stored.version === 0 ? "untouched" : "saved" };
  if (failure?.name === "unreachable") return { name: navigator.onLine ? "unreachable" : "offline" };
  return failure ?? { name: "saving" };
}
