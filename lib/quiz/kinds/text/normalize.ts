import { latinDigits } from "../../../kernel/digits.ts";
import { streamSafe } from "../../../kernel/unicode.ts";
import { cleanText } from "../../clean-text.ts";

/**
 * The form in which words are compared: "Phở!" and "pho", "STRASSE" and "Straße", "İstanbul" and "istanbul", "مُحَمَّد" and
 * "محمد", "Hawaiʻi" and "Hawaii" are each the same. In order: compatibility forms and invisible characters, letters
 * (`plainLetters`), digits of other scripts, punctuation and spaces.
 */
export function normalizeText(raw: string): string {
  const compatible = streamSafe(raw).normalize("NFKC").slice(0, COMPARED_MAX).replace(NOT_SEEN, "");
  const withMinus = compatible.replace(/(?<=^|\s)[-‐–](?=\p{Nd})/gu, "−");
  const words = latinDigits(plainLetters(withMinus)).replace(GAP, " ");
  // Spaces go, so that "New York" is "newyork", except between digits: 1.5 is not 15.
  const compact = words.replace(/(?<!\d) | (?!\d)/g, "").normalize("NFC");
  return compact === "" ? cleanText(compatible, COMPARED_MAX) : compact;
}

/**
 * Some characters stand for up to eighteen. No honest answer becomes as long as this, and what is compared in front of it is
 * enough to tell answers apart.
 */
export const COMPARED_MAX = 400;

/**
 * Invisible characters, how an emoji is drawn and its skin, the Arabic line that only stretches words, and the letters that
 * stand for apostrophes: keyboards have ' or nothing instead (Oʻzbekiston, п'ять, Qurʾan).
 */
export const NOT_SEEN =
  /[\p{Cf}\u0640\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u07f4\u07f5\ua78b\ua78c]|[\u{1f3fb}-\u{1f3ff}]|\ufe0e|\ufe0f|\u20e3/gu;

/**
 * Letters without case and accents, in composed form. Accents are stripped from Latin, Greek, Cyrillic, Arabic and Hebrew
 * letters only: elsewhere marks are vowels (Hindi, Thai) or make another consonant (Japanese が is not か). Both scripts of
 * Japanese syllables are one, and so are the two spellings of Hindi nasals and dotted letters.
 */
export function plainLetters(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Down, up and down again: the nearest JavaScript has to case folding (ẞ → ß → SS → ss, ı → I → i).
  const folded = text.toLowerCase().toUpperCase().toLowerCase().normalize("NFKD");
  const bare = folded.replace(ACCENTED, "$1").replace(LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter);
  const plain = bare.normalize("NFC");
  return HAS_SYLLABLES.test(plain) ? plainSyllables(plain) : plain;
}

/** Nothing in it needs folding but case. */
const ASCII = /^[\x20-\x7e]*$/;

/** All but the breve of й, which every keyboard with и has beside it. */
const ACCENTED =
  /(?!\u0438\u0306)([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;

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
  ə: "e",
  ς: "σ",
  "\u0649": "\u064a", // alef maksura → yeh
  "\u06cc": "\u064a", // Farsi yeh → yeh
  "\u06a9": "\u0643", // keheh → kaf
  "\u0629": "\u0647", // teh marbuta → heh
  "\u0671": "\u0627", // alef wasla → alef
};

const LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "gu");

const HAS_SYLLABLES = /[\u0900-\u097f\u30a1-\u30f6\u0e2f\u0e40]/;
const KATAKANA = /[\u30a1-\u30f6]/g;
const TO_HIRAGANA = 0x60;
/** A nasal before a consonant of its own group is written as that letter or as a dot: हिन्दी, हिंदी. */
const HINDI_NASALS = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ँ/g;

function plainSyllables(text: string): string {
  return (
    text
      .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
      .replace(/\u093c/g, "")
      // Thai: two of one vowel for the vowel that looks like them, and the sign of a shortened name.
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/\u0e2f/g, "")
      .replace(HINDI_NASALS, "\u0902")
  );
}
