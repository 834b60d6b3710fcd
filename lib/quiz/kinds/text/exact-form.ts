import { isAmbiguous, plainDecimal, plainSigns } from "../../../kernel/read-number.ts";
import { streamSafe } from "../../../kernel/unicode.ts";
import { COMPARED_MAX, NOT_SEEN, plainLetters } from "./normalize.ts";
import { UNIT_WORDS, unitSign } from "./units.ts";

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

export interface Reading {
  /** How "1.500" and "1,500" are read. */
  language: string | undefined;
  /** A power of ten behind an e is kept as one: 1.5e3, not 1500. */
  powers?: boolean;
  /** Commas between digits part the numbers of a list: "2,3". */
  lists?: boolean;
  /** A sign before three digits is kept as it could be either; in what is accepted, 1500 is read as "1.500", too. */
  either?: "given" | "accepted";
}

export function exactForms(raw: string, readings: readonly Reading[]): ExactForms {
  const tokens = tokensOf(raw);
  const meant = tokens.every(({ kind }) => kind === "sign") ? tokens : meantOf(tokens);
  const read = readings.map((reading) => withUnits(withNumbers(meant, reading)));
  const { words, numbers, signs } = countOf(read[0] ?? []);
  return { forms: read.map(joined), exact: signs > 0 || (numbers > 0 && words === 0) };
}

type Token = {
  kind: "number" | "word" | "sign";
  text: string;
  gap: boolean;
  depth: number;
};
type Piece = { kind: "number" | "word" | "sign" | "unit"; text: string };

// Cutting

const TOKEN =
  /( *)(?:((?:(?<![\d.])\.)?\d(?:[.,' ]?\d)*)|([\p{L}\p{M}]+)|(!=|<=|>=|->|=>|<-|\/\/|\*\*|==|[^\s]))/gu;

function tokensOf(raw: string): Token[] {
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

// Which signs are meant

/** Signs that always mean something. */
const ALWAYS = /^(?:\p{Sm}|\p{So}|\p{Sk}|\p{Sc}|[\\_#%‰^]|!=|<=|>=|->|=>|<-|\/\/|\*\*|==)$/u;

/** A sign with what is beside it, and whether spaces part them. */
interface Place {
  before: Token | undefined;
  after: Token | undefined;
  beforeGap: boolean;
  afterGap: boolean;
}

/** What the whole answer holds. */
interface Holds {
  numbers: boolean;
  formula: boolean;
}

function meantOf(tokens: readonly Token[]): Token[] {
  const holds = {
    numbers: tokens.some(({ kind }) => kind === "number"),
    formula: tokens.some(({ text }) => /^(?:[=+^<>]|[!<>=]=)$/.test(text)),
  };
  return tokens.filter((token, i) => token.kind !== "sign" || isMeant(tokens, i, holds));
}

function isMeant(tokens: readonly Token[], i: number, holds: Holds): boolean {
  const token = tokens[i] as Token;
  if (ALWAYS.test(token.text)) return true;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const place = {
    before,
    after,
    beforeGap: token.gap,
    afterGap: after === undefined || after.gap,
  };
  switch (token.text) {
    case "-":
      return isMinus(place, holds);
    case "*":
      return !isImplied(place);
    case "/":
      return holds.numbers || !(isName(before) && isName(after));
    case ".":
      return isNumber(before) && isNumber(after);
    case ":":
      return (
        (isNumber(before) && isNumber(after)) ||
        [before, after].some((other) => /^[:=]$/.test(other?.text ?? ""))
      );
    case ",":
    case ";":
      return token.depth > 0;
    case "!":
      return !token.gap && (isNumber(before) || before?.text === ")" || isLone(tokens, i - 1));
    case "'":
    case '"':
      return !token.gap && isNumber(before);
    case "@":
      return !place.beforeGap && !place.afterGap;
    default:
      return isBracket(token.text) && !isAside(tokens, i);
  }
}

/** A minus or the sign of a charge, not a hyphen or a dash. */
function isMinus({ before, after, beforeGap, afterGap }: Place, { formula }: Holds): boolean {
  if (!before) return after !== undefined && !isName(after);
  if (before.kind === "sign") return before.text === ")" ? !isName(after) : isOpen(before.text);
  // "AB-", "Cl- + Na+"; longer words end in a hyphen.
  if (!beforeGap && afterGap) return isNumber(before) || before.text.length <= CHARGED_MAX;
  if (isNumber(before) && isNumber(after)) return true;
  if (beforeGap) return !isName(after) || (afterGap && !isName(before));
  if (formula) return true;
  const single = [isSingle(before), isSingle(after)];
  return isNumber(before) || isNumber(after) ? single.includes(true) : !single.includes(false);
}

/** "Cl", "AB" and "OH". */
const CHARGED_MAX = 3;

/** Signs that a minus may follow. */
function isOpen(text: string): boolean {
  return ALWAYS.test(text) || "([{*/,:-".includes(text);
}

/** Times that is as well left out: 2*x, a*b, 2*(x−1). Not x*2, which is not x2, nor SELECT * FROM. */
function isImplied({ before, after, beforeGap, afterGap }: Place): boolean {
  if (!before || !after || (before.kind === "sign" && before.text !== ")")) return false;
  if (beforeGap && afterGap && (isName(before) || isName(after))) return false;
  return after.kind === "word" || (after.text === "(" && before.kind !== "word");
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === "number";
}

/** A word of more than one letter. */
function isName(token: Token | undefined): boolean {
  return token?.kind === "word" && token.text.length > 1;
}

function isSingle(token: Token | undefined): boolean {
  return token?.kind === "word" && token.text.length === 1;
}

/** A single letter that no word stands before: n in "n!". */
function isLone(tokens: readonly Token[], i: number): boolean {
  return isSingle(tokens[i]) && tokens[i - 1]?.kind !== "word";
}

function isBracket(text: string): boolean {
  return "()[]{}".includes(text);
}

/** Whether a bracket holds a remark, such as that of "Jurassic Park (film)", or a number alone, or has no other end. */
function isAside(tokens: readonly Token[], i: number): boolean {
  const opens = "([{".includes((tokens[i] as Token).text);
  const step = opens ? 1 : -1;
  let end = i + step;
  for (let held = 1; tokens[end] && !isBracket((tokens[end] as Token).text); held++, end += step) {
    const plain = isName(tokens[end]) || (/^\d+$/.test(tokens[end]?.text ?? "") && held === 1);
    if (!plain || held > ASIDE_MAX) return false;
  }
  if (tokens[end] === undefined) return true;
  const opening = opens ? i : end;
  return end !== i + step && (opening === 0 || (tokens[opening] as Token).gap);
}

const ASIDE_MAX = 8;

// Numbers

function withNumbers(tokens: readonly Token[], reading: Reading): Piece[] {
  const named = tokens.some((token) => isName(token) && token.text.length > 2 && !unitSign(token.text));
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== "number") {
      pieces.push(timesOf(tokens, i) ?? { kind: token.kind, text: token.text });
      continue;
    }
    const power = powerAfter(tokens, i);
    figuresOf(token, reading, named).forEach((text, place) => {
      // In brackets "3,4" are two, as in "(3, 4)".
      if (place > 0 && token.depth > 0) pieces.push({ kind: "sign", text: "," });
      pieces.push({ kind: "number", text });
    });
    if (!power) continue;
    const last = pieces.at(-1) as Piece;
    last.text =
      power.written || reading.powers
        ? `${last.text}e${power.exponent}`
        : plainPower(last.text, power.exponent);
    i += power.tokens;
  }
  const [first, second] = pieces;
  // +5 is 5; in front of anything else a plus says something.
  return first?.text === "+" && second?.kind === "number" ? pieces.slice(1) : pieces;
}

/** x between two numbers: 1920x1080. */
function timesOf(tokens: readonly Token[], i: number): Piece | null {
  const between = tokens[i - 1]?.kind === "number" && tokens[i + 1]?.kind === "number";
  return tokens[i]?.text === "x" && between && tokens[i - 1]?.text !== "0"
    ? { kind: "sign", text: "*" }
    : null;
}

/** A power of ten behind a number, "e-3" or, written as one, "* 10 ^ -3", and how many tokens it takes. */
interface Power {
  exponent: string;
  written: boolean;
  tokens: number;
}

function powerAfter(tokens: readonly Token[], i: number): Power | null {
  const text = (at: number) => tokens[i + at]?.text ?? "";
  const joined = (at: number) => tokens[i + at]?.gap === false;
  const figures = (at: number, written: boolean): Power | null => {
    const sign = /^[-+]$/.test(text(at)) ? text(at) : "";
    const last = sign ? at + 1 : at;
    if (!/^\d{1,3}$/.test(text(last))) return null;
    return {
      exponent: `${sign === "-" ? "-" : ""}${text(last)}`,
      written,
      tokens: last,
    };
  };
  if (text(1) === "e" && joined(1) && joined(2)) return figures(2, false);
  const times = text(1) === "*" || text(1) === "x";
  return times && text(2) === "10" && text(3) === "^" ? figures(4, true) : null;
}

/** 1.5e3 is 1500. */
function plainPower(figures: string, exponent: string): string {
  const value = Number(`${figures}e${exponent}`);
  return Number.isFinite(value) ? String(value) : `${figures}e${exponent}`;
}

function figuresOf({ text, depth }: Token, reading: Reading, named: boolean): string[] {
  const { either, language } = reading;
  const isList = text.includes(",") && (depth > 0 || reading.lists);
  if (isList) return text.split(/[, ]/).map((each) => plainFigure(each, named));
  if (either && isAmbiguous(text)) return [text.replace(/[.,]/, "?")];
  const decimal = plainDecimal(text, language);
  if (decimal === null) return partsOf(text, reading, named);
  if (either === "accepted" && /^[1-9]\d{3,5}$/.test(decimal)) return [decimal.replace(/(?=\d{3}$)/, "?")];
  return [plainFigure(decimal, named)];
}

/** Figures that are no one number: a list, an address, a version. */
function partsOf(text: string, reading: Reading, named: boolean): string[] {
  const sign = text.includes(" ") ? " " : text.includes(",") ? "," : null;
  if (sign === null) return [text];
  return text.split(sign).map((part) => plainFigure(plainDecimal(part, reading.language) ?? part, named));
}

/**
 * 0.50 is 0.5 and 08 is 8, but 007 is not 7, and in a name (Python 3.10) every digit counts.
 */
function plainFigure(figures: string, named: boolean): string {
  const whole = figures.replace(/^0(?=\d(?:$|\.))/, "");
  return named || !whole.includes(".") ? whole : whole.replace(/\.?0+$/, "");
}

// Units

function withUnits(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const before = out.at(-1);
    const unit = before?.kind === "number" || isRate(out) ? unitAt(pieces, i) : null;
    if (unit) {
      out.push({ kind: "unit", text: unit.sign });
      i += unit.pieces - 1;
    } else if (before?.kind === "unit" && PER.includes(piece.text) && unitAt(pieces, i + 1)) {
      out.push({ kind: "sign", text: "/" });
    } else if (moneyOf(piece) && pieces[i + 1]?.kind === "number") {
      out.push(pieces[i + 1] as Piece, {
        kind: "unit",
        text: moneyOf(piece) as string,
      });
      i += 1;
    } else {
      out.push(piece);
    }
  }
  return out;
}

const PER = ["/", "per", "pro", "par", "por", "al", "a", "в", "на", "mỗi"];
const MONEY = ["$", "€", "£", "¥", "₫", "₹", "₩", "₽", "₴"];

/** Behind the stroke of "km/". */
function isRate(pieces: readonly Piece[]): boolean {
  return pieces.at(-1)?.text === "/" && pieces.at(-2)?.kind === "unit";
}

/** The unit that begins here, the longest: "degrees Celsius" before "degrees". */
function unitAt(pieces: readonly Piece[], i: number): { sign: string; pieces: number } | null {
  let name = "";
  let longest: { sign: string; pieces: number } | null = null;
  for (let many = 1; many <= UNIT_WORDS; many++) {
    const piece = pieces[i + many - 1];
    if (!piece || piece.kind === "number") break;
    name += piece.text;
    const sign = unitSign(name);
    if (sign) longest = { sign, pieces: many };
  }
  return longest;
}

function moneyOf({ text }: Piece): string | null {
  const sign = unitSign(text);
  return sign && MONEY.includes(sign) ? sign : null;
}

// Putting together

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

function joined(pieces: readonly Piece[]): string {
  let form = "";
  let before: Piece | undefined;
  for (const piece of pieces) {
    form += before?.kind === "number" && piece.kind === "number" ? ` ${piece.text}` : piece.text;
    before = piece;
  }
  return form.replace(TYPED_POWER, "").replace(/sqrt\(([\p{L}\d.]+)\)/gu, "sqrt$1");
}
