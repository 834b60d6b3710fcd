"use client";

import { useEffect, useRef } from "react";
import { keyName } from "#components/ui/keys/key-name.ts";
import { singleKeysOn } from "#components/ui/keys/single-keys.ts";

/**
 * Keys of the remote control, by `event.key` in lower case. Silent in fields, in dialogs, and with a modifier held;
 * letters also where single keys are switched off. A sheet of the big screen is no dialog: what is on goes on below it.
 */
export function useShortcuts(shortcuts: Record<string, (() => void) | undefined>): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest(FIELDS)) return;
      // A chosen radio button keeps the focus, and has a use for arrows alone.
      if (target?.matches("input[type=radio]") && event.key.startsWith("Arrow")) return;
      // Space and Enter on a button or a link press that one.
      if ((event.key === " " || event.key === "Enter") && target?.closest("button, a, summary")) return;
      const key = keyName(event).toLowerCase();
      if (/^[a-z?]$/.test(key) && !singleKeysOn()) return;
      const run = current.current[key];
      if (!run) return;
      event.preventDefault();
      run();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

const FIELDS =
  "input:not([type=radio]:checked), textarea, select, [role=dialog]:not([data-sheet]), [role=alertdialog], [role=menu], [role=listbox], [contenteditable]";
