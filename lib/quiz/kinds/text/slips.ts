import { editDistance } from "../../../kernel/edit-distance.ts";
import type { Surroundings } from "../../surroundings.ts";
import { wordsOf } from "./words.ts";

/*
 * Which wrong answers are slips of the finger. What differs by a letter may be the very opposite (Iceland and Ireland,
 * nitrate and nitrite), so a slip must not look like a choice: not in the first letter, a prefix or an ending that tells
 * another thing, and not where it makes another word (docs/decisions/029). Each word is judged by itself.
 */

/** One slip is forgiven from this many letters on: shorter words turn into other words too easily (Iran, Iraq). */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 10;

/** An answer, typed or accepted, as slips are looked for in it. */
export interface Spelled {
  /** What is compared of it. */
  compact: string;
  letters: readonly string[];
  /** Split when it is first asked: most answers are settled before. */
  words(): readonly string[];
}

export function spelled(raw: string, compact: string): Spelled {
  let words: readonly string[] | null = null;
  return {
    compact,
    letters: [...compact],
    words() {
      words ??= splitAs(raw, compact);
      return words;
    },
  };
}

/**
 * Whether `given` is `wanted` with a slip or two: a letter too many, missing, replaced, or swapped with its neighbor.
 * They are not equal.
 */
export function isSlipOf(given: Spelled, wanted: Spelled, around: Surroundings, language?: string): boolean {
  const allowed = slipsAllowed(wanted.letters.length);
  if (allowed === 0 || given.letters[0] !== wanted.letters[0]) return false;
  if (editDistance(given.letters, wanted.letters, allowed) > allowed) return false;
  const pairs = pairUp(given.words(), wanted.words(), given.compact);
  return (
    pairs?.every(([typed, word]) => typed === word || isWordSlip(typed, word, around, language)) ?? false
  );
}

/** Whether a slip may as well be one of what the author has ruled out. */
export function isNearer(given: Spelled, wrong: Spelled, right: Spelled): boolean {
  const slips = editDistance(given.letters, right.letters, TWO_SLIPS);
  return editDistance(given.letters, wrong.letters, slips) <= slips;
}

const TWO_SLIPS = 2;

function slipsAllowed(letters: number): number {
  return letters >= TWO_SLIPS_FROM ? 2 : letters >= ONE_SLIP_FROM ? 1 : 0;
}

/** The words of a text; where they are not what is compared of it, that is one word. */
function splitAs(raw: string, compact: string): string[] {
  const words = wordsOf(raw);
  return words.join("") === compact ? words : [compact];
}

type Pair = readonly [typed: string, word: string];

/** Word by word, also where spaces were left out. With a word more it is another answer: Elizabeth I, Elizabeth. */
function pairUp(typed: readonly string[], words: readonly string[], compact: string): Pair[] | null {
  if (typed.length === words.length) return typed.map((word, at) => [word, words[at] as string]);
  if (typed.length > words.length) return null;
  let rest = compact;
  let first = 0;
  let last = words.length - 1;
  while (first < last && rest.startsWith(words[first] as string)) {
    rest = rest.slice((words[first] as string).length);
    first++;
  }
  while (first < last && rest.endsWith(words[last] as string)) {
    rest = rest.slice(0, -(words[last] as string).length);
    last--;
  }
  return first === last ? [[rest, words[first] as string]] : null;
}

function isWordSlip(
  typed: string,
  word: string,
  around: Surroundings,
  language: string | undefined,
): boolean {
  if (!OF_LETTERS.test(word) || !OF_LETTERS.test(typed)) return false;
  const allowed = slipsAllowed(word.length);
  if (allowed === 0) return false;
  if (!typed.startsWith(beginningOf(word)) || !word.startsWith(beginningOf(typed))) return false;
  if (editDistance([...typed], [...word], allowed) > allowed) return false;
  if (!isListed(word, around, language) && !isLetterMoved(typed, word)) return false;
  return !hasOtherEnding(typed, word) && !isOtherWord(typed, word, around);
}

/**
 * Whether there is a word list (lib/runtime/words) to ask what another word is. Where the language is not known, and none of
 * them has the word, an ending may be one of a language that bends its words: portare and portate.
 */
function isListed(word: string, around: Surroundings, language: string | undefined): boolean {
  const base = language?.split("-", 1)[0]?.toLowerCase();
  if (/^\p{Script=Arabic}/u.test(word)) return base === undefined || base === "ar";
  if (!/^\p{Script=Latin}/u.test(word)) return false;
  return base === undefined ? listsWith(word, around) !== 0 : LISTED_LATIN.includes(base);
}

const LISTED_LATIN = ["en", "de", "es", "fr", "vi"];

/**
 * A letter missing, too many, or swapped with its neighbor. Where no list can say whether a replaced letter makes another
 * word, it does: Исландия and Ирландия, нитрат and нитрит.
 */
function isLetterMoved(typed: string, word: string): boolean {
  if (editDistance([...typed], [...word], 1) > 1) return false;
  return typed.length !== word.length || [...typed].toSorted().join() === [...word].toSorted().join();
}

/**
 * Alphabets only. Where a sign is a syllable or a word, one differing is no slip (アイスランド and アイルランド are
 * Iceland and Ireland), and where words stand without spaces none can be judged by itself. Digits and signs are never slips.
 */
const OF_LETTERS =
  /^(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Script=Ethiopic}\p{Script=Cherokee}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}])[\p{L}\p{M}ー])+$/u;

/** What must be right from the first letter on: a prefix where there is one, else that letter. */
function beginningOf(word: string): string {
  const stem = stemStart(word);
  for (let length = Math.min(PREFIX_MAX, word.length - stem - STEM_MIN); length > 0; length--) {
    const start = word.slice(stem, stem + length);
    if (PREFIXES.has(start)) return word.slice(0, stem + length);
  }
  return word.slice(0, stem + 1);
}

/** Past the Arabic article. */
function stemStart(word: string): number {
  return word.startsWith(ARTICLE) && word.length > ARTICLE.length + STEM_MIN ? ARTICLE.length : 0;
}

const ARTICLE = "\u0627\u0644";
const STEM_MIN = 3;

/** As many languages form opposites and measures with: mostly from Latin and Greek. */
const PREFIXES = new Set(
  [
    "ab ad ante anti post pre pro per para peri pri intra inter intro in im un non dis mis ob sub sup super supra sur",
    "hyper hypo iper ipo hiper hipo infra ultra endo exo ecto ento meso epi homo hetero iso allo eu dys tachy brady",
    "macro micro makro mikro mega giga tera kilo hecto hekto deca deci centi zenti milli mili nano pico piko",
    "mono uni bi di tri tetra penta hexa hepta octa okto oct deka multi poly poli oligo pan neo paleo palaeo",
    "over under out up down fore after unter uber vor nach ober nieder sous sobre bajo contra contre counter kontra",
    "гипер гипо интер интра макро микро недо пере пред при про под над υπερ υπο αντι προ μετα",
  ].flatMap((line) => line.split(" ")),
);
const PREFIX_MAX = 7;

/**
 * Whether they differ in the ending alone, and both endings tell things of one family apart: nitrate and nitrite, methane
 * and methene, lactose and lactase, Fernando and Fernanda.
 */
function hasOtherEnding(typed: string, word: string): boolean {
  return FAMILIES.some((endings) =>
    endings.some((mine) => {
      if (!word.endsWith(mine)) return false;
      const stem = word.slice(0, word.length - mine.length);
      return endings.some(
        // A letter struck twice is no ending.
        (other) => other !== mine && typed === stem + other && !(other !== "" && stem.endsWith(other)),
      );
    }),
  );
}

const FAMILIES = [
  ["ate", "ite", "ide", "ine", "ase", "ose"],
  ["ane", "ene", "yne", "ine", "one"],
  ["anol", "anal", "enol", "enal"],
  ["at", "it", "id"],
  ["an", "en", "in"],
  ["ato", "ito"],
  ["ano", "eno", "ino"],
  ["asa", "osa"],
  ["us", "um", "is"],
  ["o", "a"],
  // French plurals: chevaux, cheveux
  ["aux", "eux"],
  // Arabic: nitrate and nitrite
  ["\u0627\u062a", "\u064a\u062a", "\u064a\u062f"],
  // Arabic: the feminine, and what comes from a place
  ["", "\u0647", "\u064a"],
];

function isOtherWord(typed: string, word: string, around: Surroundings): boolean {
  if (around.isAnswerWord(typed)) return true;
  if (isPlural(typed, word) || isPlural(word, typed) || soundOf(typed) === soundOf(word)) return false;
  const lists = listsWith(typed, around);
  if (lists === 0) return false;
  // A word of another language alone is the same one: Mexiko for Mexico, color for colour.
  const common = listsWith(word, around);
  return common === 0 || (lists & common) !== 0;
}

/** Spellings of one word that lists hold side by side: theatre and theater, sulphur and sulfur, Bismarck and Bismark. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/ck?/g, "k")
    .replace(/z/g, "s")
    .replace(/our/g, "or")
    .replace(/tre(?=s?$)/, "ter")
    .replace(/oes$/, "os")
    .replace(/[ao]e/g, "e");
}

/** The s of a plural makes no other word; after another s it does (princes, princess). */
function isPlural(more: string, one: string): boolean {
  return more.length === one.length + 1 && more.endsWith("s") && !one.endsWith("s") && more.startsWith(one);
}

function listsWith(word: string, { listsWith }: Surroundings): number {
  const lists = listsWith(word);
  const start = stemStart(word);
  return lists === 0 && start > 0 ? listsWith(word.slice(start)) : lists;
}
