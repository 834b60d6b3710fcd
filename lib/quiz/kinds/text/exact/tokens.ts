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
    .replace(/\^ ?[({] ?([-+]?\d{1,9}[-+]?|\p{L}) ?[)}]/gu, "^$1")
    .replace(/\^ ?(\d{0,9}[-+])(?![\d\p{L}(])/gu, " $1")
    .replace(/(\d ?)M(?=(?:W|V|J|Pa|N)(?!\p{L}))/gu, "$1mega");
}

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
