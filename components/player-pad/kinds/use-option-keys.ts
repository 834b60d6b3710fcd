"use client";

import { useEffect, useRef } from "react";
import { latinDigits } from "#lib/kernel/digits.ts";
import { usePersonalSettings } from "../settings/personal-settings.ts";
import { useGameAround } from "./game-around.ts";

/** Keys 1–6 and A–F pick an option, unless somebody is typing or wants no single keys. */
export function useOptionKeys(options: number, active: boolean, pick: (option: number) => void): void {
  const { live } = useGameAround();
  const { singleKeys } = usePersonalSettings();
  const latest = useRef(pick);
  useEffect(() => {
    latest.current = pick;
  });
  useEffect(() => {
    if (!active || !live || !singleKeys) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const option = optionOf(event.key);
      if (option === null || option >= options) return;
      event.preventDefault();
      latest.current(option);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [options, active, live, singleKeys]);
}

function optionOf(key: string): number | null {
  const digit = latinDigits(key);
  if (/^[1-6]$/.test(digit)) return Number(digit) - 1;
  if (/^[a-f]$/i.test(key)) return key.toLowerCase().charCodeAt(0) - 97;
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
