import { plainSigns } from "../../../../kernel/read-number.ts";
import { streamSafe } from "../../../../kernel/unicode.ts";
import { COMPARED_MAX, NOT_SEEN, plainLetters } from "../normalize.ts";

/** A number, word or sign of a typed answer: whether a space is before it, and how many brackets are open around it. */
export interface Token {
  kind: "number" | "word" | "sign";
  text: string;
  gap: boolean;
  depth: number;
}

export function isNumber(token: Token | undefined): boolean {
  return token?.kind === "number";
}

/** A word of more than one letter. */
export function isName(token: Token | undefined): boolean {
  return token?.kind === "word" && token.text.length > 1;
}

export function isSingle(token: Token | undefined): boolean {
  return token?.kind === "word" && token.text.length === 1;
}

const TOKEN =
  /( *)(?:((?:(?<![\d.])\.)?\d(?:[.,' ]?\d)*)|([\p{L}\p{M}]+)|(!=|<=|>=|->|=>|<-|\/\/|\*\*|==|[^\s]))/gu;

/** Cuts a typed answer into numbers, words and signs. */
export function tokensOf(raw: string): Token[] {
  const text = plainLetters(plainText(raw));
  let depth = 0;
  const tokens: Token[] = [];
  for (const [, gap = "", number, word, sign] of text.matchAll(TOKEN)) {
    if (sign && "([{".includes(sign)) depth++;
    const kind = number ? "number" : word ? "word" : "sign";
    tokens.push({
      kind,
      text: number ?? word ?? sign ?? "",
      gap: gap !== "",
      depth,
    });
    if (sign && ")]}".includes(sign)) depth--;
  }
  return tokens;
}

/** One sign for each meaning. */
function plainText(raw: string): string {
  const apart = streamSafe(raw).replace(BEFORE_FOLDING, (sign) => ONE_SIGN[sign] ?? sign);
  return plainSigns(apart)
    .slice(0, COMPARED_MAX)
    .replace(NOT_SEEN, "")
    .replace(SIGNS, (sign) => ONE_SIGN[sign] ?? sign)
    .replace(INDEX, "$1$2$3")
    .replace(HEBREW_QUOTES, "")
    .replace(/\^ ?[({] ?([-+]?\d{1,9}[-+]?|\p{L}) ?[)}]/gu, "^$1")
    .replace(/\^ ?(\d{0,9}[-+])(?![\d\p{L}(])/gu, " $1")
    .replace(/(\d ?)M(?=(?:Wh?|V|J|Pa|N|Hz|hz|Ω|omega|bit|eV)(?!\p{L}))/gu, "$1mega");
}

/** An index of a single letter, typed with a line: "x_1" is x₁. */
const INDEX = /(?<![\p{L}\p{N}_])(\p{L})_(?:\{(\p{L}|\d{1,2})\}|(\p{L}|\d{1,2})(?![\p{L}\p{N}_]))/gu;
/** Hebrew writes abbreviations with signs that are no quotes: ק״מ, מ׳. */
const HEBREW_QUOTES = /(?<=\p{Script=Hebrew})["״'׳]/gu;

const ONE_SIGN: Readonly<Record<string, string>> = {
  "≠": "!=",
  "≤": "<=",
  "≥": ">=",
  "⩽": "<=",
  "⩾": ">=",
  "→": "->",
  "⟶": "->",
  "⇒": "=>",
  "←": "<-",
  "√": " sqrt ",
  "♯": "#",
  "٪": "%",
  "،": ",",
  "、": ",",
  "؛": ",",
  ";": ",",
  º: "°",
  "˚": "°",
  "∘": "°",
  "`": "'",
  "´": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "″": '"',
  "′": "'",
  "+/-": "±",
  "+-": "±",
};
const SIGNS = /\+\/-|\+-|[≠≤≥⩽⩾→⟶⇒←√♯٪،、؛;“”„]/gu;
/** What compatibility forms would take apart, or for a letter. */
const BEFORE_FOLDING = /(?<=\d ?)º|[˚∘`´″′]/gu;
