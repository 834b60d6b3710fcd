"use client";

import { type Dispatch, useCallback, useEffect, useRef } from "react";
import { useToast } from "#components/ui/overlays/toast.tsx";
import { type Draft, placeOf } from "../draft.ts";
import type { EditingChange } from "../saving/editing.ts";
import { UndoNote } from "./undo-note.tsx";

/** Deletes questions and shows a note by which they come back. */
export function useDeletion(draft: Draft, change: Dispatch<EditingChange>) {
  const toast = useToast();
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);

  const remove = useCallback(
    (key: string) => {
      const at = placeOf(latest.current, key);
      const question = latest.current.questions[at];
      if (!question) return;
      change({ change: "remove", key });
      toast(
        <UndoNote
          onUndo={() => change({ change: "insert", at, question })}
        >{`Question ${at + 1} deleted`}</UndoNote>,
      );
    },
    [change, toast],
  );

  function removeMany(keys: readonly string[]) {
    change({ change: "removeMany", keys });
    toast(
      <UndoNote onUndo={() => change({ change: "undo" })}>
        {keys.length === 1 ? "1 question deleted" : `${keys.length} questions deleted`}
      </UndoNote>,
    );
  }

  return { remove, removeMany };
}
