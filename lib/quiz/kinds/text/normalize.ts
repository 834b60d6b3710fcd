import { latinDigits } from "../../../kernel/digits.ts";
import { streamSafe } from "../../../kernel/unicode.ts";
import { cleanText } from "../../clean-text.ts";

/**
 * The form in which typed answers are compared: "Phở!" and "pho", "STRASSE" and "Straße", "İstanbul" and "istanbul",
 * "مُحَمَّد" and "محمد" are each the same. In order: compatibility forms and invisible characters, case, accents, letters
 * that carry their accent inside them, digits of other scripts, punctuation and spaces.
 *
 * Accents are stripped from Latin, Greek, Cyrillic, Arabic and Hebrew letters only: elsewhere marks are vowels (Hindi,
 * Thai) or make another consonant (Japanese が is not か).
 */
export function normalizeText(raw: string): string {
  const compatible = streamSafe(raw)
    .normalize("NFKC")
    .slice(0, COMPARED_MAX)
    .replace(/\p{Cf}|\u0640/gu, "");
  const withMinus = compatible.replace(/(?<=^|\s)[-‐–](?=\p{Nd})/gu, "−");
  // Down, up and down again: the nearest JavaScript has to case folding (ẞ → ß → SS → ss, ı → I → i).
  const folded = withMinus.toLowerCase().toUpperCase().toLowerCase().normalize("NFKD");
  const bare = folded.replace(ACCENTED, "$1").replace(LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter);
  const words = latinDigits(bare).replace(GAP, " ");
  // Spaces go, so that "New York" is "newyork", except between digits: 1.5 is not 15.
  const compact = words.replace(/(?<!\d) | (?!\d)/g, "").normalize("NFC");
  return compact === "" ? cleanText(compatible, COMPARED_MAX) : compact;
}

/**
 * Some characters stand for up to eighteen. No honest answer becomes as long as this, and what is compared in front of it is
 * enough to tell answers apart.
 */
const COMPARED_MAX = 400;

const ACCENTED =
  /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

/** From anything that is no letter, number or symbol up to the next that is; an accent standing alone goes with it. */
const GAP = /^\p{M}+|[^\p{L}\p{M}\p{N}\p{Sm}\p{Sc}\p{So}#][^\p{L}\p{N}\p{Sm}\p{Sc}\p{So}#]*/gu;

/** Letters that Unicode does not decompose, and spellings that keyboards of one script disagree on. */
const PLAIN_LETTERS: Record<string, string> = {
  đ: "d",
  ð: "d",
  ħ: "h",
  ł: "l",
  ø: "o",
  ŧ: "t",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ς: "σ",
  "\u0649": "\u064a", // alef maksura → yeh
  "\u06cc": "\u064a", // Farsi yeh → yeh
  "\u06a9": "\u0643", // keheh → kaf
  "\u0629": "\u0647", // teh marbuta → heh
};

const LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");
