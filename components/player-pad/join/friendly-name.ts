import { isLocale } from "#lib/language/locales.ts";
import words from "../friendly-words.json" with { type: "json" };

/** So many suggestions come without a number; after more rolls the plain ones are probably taken. */
const PLAIN_ROLLS = 3;

/**
 * A name to play under, made up on this device, in its language. `roll` counts from 0. The two lists of a language
 * hold words that all go together: nouns of one gender, or adjectives that have one form for all.
 */
export function friendlyName(language: string, roll: number, random: () => number): string {
  const { first, second } = words[isLocale(language) ? language : "en"];
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const name = `${one(first)} ${one(second)}`;
  if (roll < PLAIN_ROLLS) return name;
  return `${name} ${new Intl.NumberFormat(language, { useGrouping: false }).format(2 + Math.floor(random() * 98))}`;
}
