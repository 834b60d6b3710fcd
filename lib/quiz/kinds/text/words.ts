import { normalizeText } from "./normalize.ts";

/** The words of a text, each as it is compared: "Saint-Étienne" is saint and etienne, "l'Islande" l and islande. */
export function wordsOf(raw: string): string[] {
  return raw
    .slice(0, SPLIT_MAX)
    .split(BETWEEN_WORDS)
    .filter((word) => /[\p{L}\p{N}\p{S}]/u.test(word))
    .map(normalizeText);
}

/** Longer than any text that is compared. */
const SPLIT_MAX = 400;

/** Spaces, dashes and the signs between parts of a list; an apostrophe where an article ends before it. */
const BETWEEN_WORDS = /[\s\p{Pd}/,;:.()]+|(?<=^\p{L}{1,2}|[\s\p{Pd}]\p{L}{1,2})['’]/u;
