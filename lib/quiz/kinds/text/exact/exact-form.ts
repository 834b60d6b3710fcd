import { meantOf } from "./meant-signs.ts";
import { type Piece, type Reading, withNumbers } from "./numbers.ts";
import { tokensOf } from "./tokens.ts";
import { withUnits } from "./units-of-numbers.ts";

/**
 * Answers with digits and signs as what they are. They are cut into numbers, words and signs; numbers become one number,
 * units one name, signs one sign ("≠" and "!="), and signs that are mere punctuation go. What is left is put together
 * without spaces, but two numbers stay apart: "y = −2x + 1" is "y=-2x+1", "5 kilometers" is "5km", "AB−" is not "AB".
 */
export interface ExactForms {
  /** One for each way to read it. */
  forms: string[];
  /** Whether signs or numbers are all there is to it; "Apollo 13" is words with a number. */
  exact: boolean;
}

export function exactForms(raw: string, readings: readonly Reading[]): ExactForms {
  const tokens = tokensOf(raw);
  const meant = tokens.every(({ kind }) => kind === "sign") ? tokens : meantOf(tokens);
  const read = readings.map((reading) => withUnits(withNumbers(meant, reading)));
  const { words, numbers, signs } = countOf(read[0] ?? []);
  return { forms: read.map(joined), exact: signs > 0 || (numbers > 0 && words === 0) };
}

function countOf(pieces: readonly Piece[]): {
  words: number;
  numbers: number;
  signs: number;
} {
  const count = { words: 0, numbers: 0, signs: 0 };
  for (const { kind, text } of pieces) {
    if (kind === "sign") count.signs++;
    if (kind === "number") count.numbers++;
    if (kind === "word" && text.length > 2 && text !== "sqrt") count.words++;
  }
  return count;
}

/** "x^2" is typed "x2"; "10^2" is not 102, and "2^x" not 2x. */
const TYPED_POWER = /(?<=\p{L})\^(?=\d)/gu;

/** "sin(x)" is "sin x". */
const BRACKETED = /(sqrt|(?:sin|cos|tan|cot|log|ln|exp)\d*)\(([\p{L}\d.]+)\)/gu;

function joined(pieces: readonly Piece[]): string {
  let form = "";
  let before: Piece | undefined;
  for (const piece of pieces) {
    form += before?.kind === "number" && piece.kind === "number" ? ` ${piece.text}` : piece.text;
    before = piece;
  }
  return form.replace(TYPED_POWER, "").replace(BRACKETED, "$1$2");
}
