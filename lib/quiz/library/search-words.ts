import { latinDigits } from "../../kernel/digits.ts";
import { streamSafe } from "../../kernel/unicode.ts";
import type { QuizDraft } from "../drafts/quiz-draft.ts";
import { NOT_SEEN, plainLetters } from "../kinds/text/normalize.ts";
import type { SearchedWord } from "./library-store.ts";

/*
 * Search compares words without case, accents, width and script of digits, by the rule by which answers are compared. The
 * words are made here and not by a parser of Postgres, which depends on how the database was set up, so that they are
 * the same on every database.
 *
 * Chinese, Japanese, Thai and their like write no spaces: there a run of letters is kept as its pairs, 東京都 as 東京 and
 * 京都, and its last letter alone, so that any part of it is found, also one letter.
 */

/** The text by which a quiz is found: title, description, prompts, what players choose from or type, and tags. */
export function foundBy({ title, description, questions }: QuizDraft, tags: readonly string[]): string[] {
  const words = new Set<string>();
  let bytes = 0;
  for (const text of textsOf([title, description, tags, questions])) {
    for (const word of wordsIn(text)) {
      if (words.has(word)) continue;
      bytes += Buffer.byteLength(word);
      if (bytes > WORDS_MAX_BYTES) return [...words];
      words.add(word);
    }
  }
  return [...words];
}

/** The words typed into a search field. The last word may be unfinished; an empty field gives no words. */
export function searchedWords(query: string): SearchedWord[] {
  const runs = runsIn(query.slice(0, QUERY_MAX)).slice(0, QUERY_WORDS_MAX);
  return runs.flatMap((run, at) => {
    if (!WITHOUT_SPACES.test(run)) return [{ text: run.slice(0, WORD_MAX), prefix: at === runs.length - 1 }];
    const letters = [...run];
    if (letters.length === 1) return [{ text: run, prefix: true }];
    return pairsOf(letters).map((text) => ({ text, prefix: false }));
  });
}

/** A title as it is sorted: without case and accents. */
export function sortedAs(title: string): string {
  return plain(title.slice(0, 400)).slice(0, 100);
}

export const QUERY_MAX = 200;
const QUERY_WORDS_MAX = 20;
/** Longer words are cut, in quizzes as in what is looked for. Postgres takes up to two kilobytes. */
const WORD_MAX = 40;
/** Postgres takes up to a megabyte for one quiz, places included. */
const WORDS_MAX_BYTES = 400_000;

/** Fields of questions that hold what was written; all others are settings, solutions as numbers, and files. */
const WRITTEN = new Set([
  "prompt",
  "text",
  "options",
  "items",
  "pairs",
  "item",
  "group",
  "accepted",
  "lowLabel",
  "highLabel",
]);

function* textsOf(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const each of value) yield* textsOf(each);
  else if (typeof value === "object" && value !== null)
    for (const [field, each] of Object.entries(value)) if (WRITTEN.has(field)) yield* textsOf(each);
}

function* wordsIn(text: string): Generator<string> {
  for (const run of runsIn(text)) {
    if (!WITHOUT_SPACES.test(run)) yield run.slice(0, WORD_MAX);
    else {
      const letters = [...run];
      yield* pairsOf(letters);
      yield letters.at(-1) as string;
    }
  }
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Words, and stretches of letters in scripts without spaces. */
function runsIn(text: string): string[] {
  return plain(text).match(RUNS) ?? [];
}

function plain(text: string): string {
  return latinDigits(plainLetters(streamSafe(text).normalize("NFKC").replace(NOT_SEEN, "")));
}

const SCRIPTS = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}`;
const WITHOUT_SPACES = new RegExp(`^[${SCRIPTS}]`, "u");
const RUNS = new RegExp(
  String.raw`(?:(?=[\p{L}\p{M}\p{N}])[${SCRIPTS}])+|(?:(?![${SCRIPTS}])[\p{L}\p{M}\p{N}])+`,
  "gu",
);
