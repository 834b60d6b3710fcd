"use client";

import { createContext, useContext } from "react";

/** False on a screen whose options stand in another order on each phone: there a letter would mislead. */
export const LettersShown = createContext(true);

/** The letter of an option, or null where there is to be none. */
export function useOptionLetter(letter: string): string | null {
  return useContext(LettersShown) ? letter : null;
}
