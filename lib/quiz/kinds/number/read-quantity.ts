import { plainSigns, readNumber } from "../../../kernel/read-number.ts";
import { plainLetters } from "../text/normalize.ts";
import { unitSign } from "../text/units.ts";

/** A number as somebody typed it, or why it cannot be sent: no number, or with a unit that was not asked for. */
export type Quantity = { value: number } | { problem: "figures" } | { problem: "unit"; typed: string };

/** Reads a number, also with its unit behind or before it ("1500 km", "$5"), in the language shown. */
export function readQuantity(typed: string, unit: string | undefined, language: string): Quantity {
  const value = readNumber(typed, language);
  if (value !== null) return { value };
  if (typed.length > LONGEST) return { problem: "figures" };
  const { figures, rest } = apart(plainSigns(typed).trim());
  const number = rest === "" ? null : readNumber(figures, language);
  if (number === null || !NAMES_UNIT.test(rest)) return { problem: "figures" };
  return unit && nameOf(unit) === nameOf(rest) ? { value: number } : { problem: "unit", typed: rest };
}

const LONGEST = 80;

const FIGURES = /^[-+]? ?(?:[\d.,' /]*\d[.,]?)(?: ?(?:e|\* ?10 ?\^) ?[-+]?\d{1,3})?/i;
const BEFORE = /^([-+]?) ?([\p{L}\p{Sc}%٪]+)\.? ?(?=[-+.\d])/u;

/** What may be a unit, rather than more figures: "12:30" and "5?" are no numbers. */
const NAMES_UNIT = /^[\p{L}\p{Sc}%٪‰°º′″'"]/u;

function apart(text: string): { figures: string; rest: string } {
  const before = BEFORE.exec(text);
  if (before) return { figures: `${before[1]}${text.slice(before[0].length)}`, rest: before[2] ?? "" };
  const figures = FIGURES.exec(text)?.[0] ?? "";
  return { figures, rest: figures === "" ? "" : text.slice(figures.length).trim() };
}

/** The same for "km", "Km." and "kilometers". */
function nameOf(unit: string): string {
  const name = plainLetters(plainSigns(unit)).replace(/[\s.^]|(?<=\p{Script=Hebrew})["״'׳]/gu, "");
  return unitSign(name) ?? name;
}
