"use client";

import { useSyncExternalStore } from "react";
import { keepJson, readJson } from "#lib/client/storage/kept.ts";
import type { ExtraTime } from "#lib/session/extra-time.ts";

/** How a player likes it. Private, and kept on this device; only the time is told to the server. */
export interface PersonalSettings {
  extraTime: ExtraTime | null;
  largeText: boolean;
  plainFont: boolean;
  noMotion: boolean;
  readAloud: boolean;
  /** Digits and letters answer; who dictates or has unsteady hands may not want that. */
  singleKeys: boolean;
  /** Words on the phone also where the host leaves them to the big screen. */
  showWords: boolean;
}

const DEFAULTS: PersonalSettings = {
  extraTime: null,
  largeText: false,
  plainFont: false,
  noMotion: false,
  readAloud: false,
  singleKeys: true,
  showWords: false,
};
export const PERSONAL_SLOT = "ovation.personal";

const listeners = new Set<() => void>();
let current: PersonalSettings | null = null;

export function usePersonalSettings(): PersonalSettings {
  return useSyncExternalStore(subscribe, personalSettings, () => DEFAULTS);
}

export function personalSettings(): PersonalSettings {
  current ??= { ...DEFAULTS, ...(readJson(PERSONAL_SLOT) as Partial<PersonalSettings> | null) };
  return current;
}

export function setPersonalSettings(part: Partial<PersonalSettings>): void {
  current = { ...personalSettings(), ...part };
  keepJson(PERSONAL_SLOT, current);
  applyPersonalSettings();
  for (const listener of [...listeners]) listener();
}

/** Marks the page; app/globals.css does the rest. Returns what takes the marks off. */
export function applyPersonalSettings(): () => void {
  const { dataset } = document.documentElement;
  const { largeText, plainFont, noMotion } = personalSettings();
  const marks = { text: largeText && "large", font: plainFont && "plain", motion: noMotion && "none" };
  for (const [mark, value] of Object.entries(marks)) {
    if (value) dataset[mark] = value;
    else delete dataset[mark];
  }
  return () => {
    for (const mark of Object.keys(marks)) delete dataset[mark];
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
