/**
 * Texts that cost most: they grow when they are normalized, keep a segmenter busy, or make a pattern look again and
 * again. Each is a little piece that is repeated.
 */
export const WORST_PIECES: Readonly<Record<string, string>> = {
  "a ligature of eighteen letters": "\ufdfa",
  "marks in the wrong order": "a\u0301\u0316\u0301\u0316\u0301\u0316",
  "marks alone": "\u0301\u0316",
  "marks of four classes": "\u0315\u0300\u05b0\u0328",
  "a letter with one mark": "a\u0301",
  "letters taken apart": "e\u0323\u0302",
  "letters that grow when they are lowered": "\u0130",
  "letters that grow when they are raised": "\u0390\u00df\u0149",
  "a family": "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}",
  "a family without end": "\u{1f469}\u200d",
  flags: "\u{1f1fb}\u{1f1f3}",
  "half a flag": "\u{1f1fb}a",
  "tags of a flag": "\u{1f3f4}\u{e0067}\u{e0062}",
  "consonants joined in Devanagari": "\u0915\u094d",
  "consonants joined in Bengali": "\u0997\u09b0\u09cd\u200c",
  "parts of Hangul": "\u1112\u1161\u11ab",
  "joiners alone": "\u200d\u200c",
  "spaces of many widths": " \u00a0\u3000\t",
  "words of one letter": "a ",
  "digits apart": "1 ",
  "signs of minus": "-1 - ",
  "digits of other scripts": "\u0667\u096b",
  punctuation: ".,;:!?",
  commas: ",",
  semicolons: ";",
  "weights of a list": "vi;q=0.1,",
  "a weight without end": "q=0.",
  "pairs of a cookie": "a=b;",
  equals: "=",
  colons: "::",
  addresses: "1.2.3.4,",
  "quotes in quotes": '"\\"',
  brackets: "[[",
  braces: '{"a":',
  escapes: "%25",
  "broken escapes": "%f",
  slashes: "/../",
  backslashes: "\\",
  controls: "\u0000\u0001",
  "halves of surrogate pairs": "\ud800",
  ideographs: "\u4e2d",
  "letters alone": "a",
  capitals: "Ab",
  stars: "**a*",
  dollars: "$a",
  "parts of a tag": "a-",
  "parts of a language": "en-x-",
  "signs that stand for letters": "@$!1",
  "words and signs for and": "a & ",
  "groups of digits": "1,234 ",
  "brackets around numbers": "(1)",
  "powers of ten": "1e3*10^",
  "numbers with units": "5 km/h ",
  "letters of several spellings": "ä ö",
  "marks above and below": "x²₂",
};

/** A piece repeated up to so many code units. */
export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** The same within something short and honest: many patterns look only once they have begun. */
export function worstInputs(length: number): { name: string; text: string }[] {
  return Object.entries(WORST_PIECES).flatMap(([name, piece]) => [
    { name, text: repeated(piece, length) },
    { name: `${name}, after a word and before one`, text: `Ada ${repeated(piece, length - 8)} Ada` },
  ]);
}
