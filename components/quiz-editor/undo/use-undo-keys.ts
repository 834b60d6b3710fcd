"use client";

import { useEffect, useEffectEvent } from "react";
import { keyName } from "#components/ui/keys/key-name.ts";

/**
 * Ctrl+Z, and Ctrl+Shift+Z or Ctrl+Y (⌘ on a Mac), wherever the focus is: a field's own memory knows nothing of the question
 * beside it. In dialogs, and where something is typed that is not in the quiz yet (`data-own-undo`), keys keep their sense.
 */
export function useUndoKeys({ undo, redo }: { undo: () => void; redo: () => void }): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey))
      return;
    const key = keyName(event).toLowerCase();
    const back = key === "z" && !event.shiftKey;
    if (!back && !(key === "z" && event.shiftKey) && !(key === "y" && !event.shiftKey)) return;
    if (event.target instanceof Element && event.target.closest(OWN)) return;
    event.preventDefault();
    if (back) undo();
    else redo();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

const OWN = "[role=dialog], [role=alertdialog], [data-own-undo]";
