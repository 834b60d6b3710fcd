"use client";

import { type Dispatch, type RefObject, useEffect, useRef, useState } from "react";
import { placeOf } from "../draft.ts";
import type { Editing, EditingChange } from "../saving/editing.ts";

interface Undoing {
  editing: Editing;
  change: Dispatch<EditingChange>;
  desk: RefObject<HTMLElement | null>;
}

/** Undo and redo, and the words in which a screen reader hears what came of it. */
export function useUndo({ editing: { draft, steps }, change, desk }: Undoing) {
  const [said, setSaid] = useState("");
  const doing = useRef<string | null>(null);

  function go(way: "undo" | "redo") {
    if ((way === "undo" ? steps.done : steps.undone).length === 0) return;
    doing.current = way === "undo" ? "Undone" : "Redone";
    change({ change: way });
  }

  useEffect(() => {
    if (doing.current === null) return;
    const place = placeOf(draft, draft.selected);
    setSaid(place < 0 ? doing.current : `${doing.current}. Question ${place + 1} is shown.`);
    doing.current = null;
    // The field it was pressed in may have gone with its question.
    if (document.activeElement === document.body)
      desk.current?.querySelector<HTMLElement>(`[data-question][aria-current]`)?.focus();
  }, [draft, desk]);

  const undo = () => go("undo");
  const redo = () => go("redo");
  return { undo, redo, said };
}
