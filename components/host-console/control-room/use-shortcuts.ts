"use client";

import { useEffect, useRef } from "react";
import { singleKeysOn } from "#components/ui/single-keys.ts";

/**
 * Keys of the remote control, by `event.key` in lower case. Silent in fields, in dialogs, and with a modifier held;
 * letters also where single keys are switched off.
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
      if (target?.closest("input, textarea, select, dialog, [role=menu], [contenteditable]")) return;
      // Space on a button or a link presses that one.
      if (event.key === " " && target?.closest("button, a, summary")) return;
      if (/^[a-z]$/i.test(event.key) && !singleKeysOn()) return;
      const run = current.current[event.key.toLowerCase()];
      if (!run) return;
      event.preventDefault();
      run();
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
