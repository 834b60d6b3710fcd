import { isAmbiguous, plainDecimal } from "../../../../kernel/read-number.ts";
import { unitSign } from "../units.ts";
import { isName, type Token } from "./tokens.ts";

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

/** A part of the answer once numbers and units are read. */
export interface Piece {
  kind: "number" | "word" | "sign" | "unit";
  text: string;
}

/** The tokens with each number read as one value; a number may be a list of several. */
export function withNumbers(tokens: readonly Token[], reading: Reading): Piece[] {
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
