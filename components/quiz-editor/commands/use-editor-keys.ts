"use client";

import { useEffect, useEffectEvent } from "react";
import { keyName } from "#components/ui/keys/key-name.ts";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** "Ctrl+Shift+Z"; ⌘ counts as Ctrl. */
export function pressedKeys(event: Pressed): string {
  const held = [
    (event.ctrlKey || event.metaKey) && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && "Shift",
  ].filter(Boolean);
  return [...held, keyName(event)].join("+");
}

/**
 * Keys that mean the same wherever the focus is, by their names as `pressedKeys` writes them. In dialogs they are silent,
 * and where something is typed that is not in the quiz yet (`data-own-undo`) the field's own memory undoes.
 */
export function useEditorKeys(keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = pressedKeys(event);
    const run = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (!run || !(event.target instanceof Element) || event.target.closest(DIALOGS)) return;
    if (/^Ctrl\+(Shift\+Z|Z|Y)$/.test(name) && event.target.closest("[data-own-undo]")) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}

const DIALOGS = "[role=dialog], [role=alertdialog]";
