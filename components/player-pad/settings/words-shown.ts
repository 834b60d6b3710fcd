"use client";

import { useView } from "#lib/client/use-live-state.ts";
import { usePersonalSettings } from "./personal-settings.ts";

/** Whether this phone shows the words of question and options, or leaves them to the big screen. */
export function useWordsShown(): boolean {
  const { showWords } = usePersonalSettings();
  const shapesOnly = useView((view) => view?.settings.phones === "shapes");
  return !shapesOnly || showWords;
}
