import { plainFigures } from "#lib/kernel/digits.ts";

/**
 * The number somebody typed, or null. A comma or a point may be the decimal sign; of two kinds the last is. One sign before
 * exactly three digits could be either ("1,500"): then it is what it is where the reader lives, and the screen shows
 * how it was read before it is sent.
 */
export function readNumber(typed: string, locale?: string): number | null {
  const compact = plainFigures(typed).replace(/['’_]/gu, "");
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(compact)) return null;
  const decimal = decimalSign(compact, locale);
  const plain = [...compact]
    .map((char) => (char === decimal ? "." : char === "," || char === "." ? "" : char))
    .join("");
  const value = Number(plain);
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? value : null;
}

function decimalSign(compact: string, locale?: string): string | null {
  const signs = compact.match(/[.,]/g) ?? [];
  const last = signs.at(-1);
  if (!last) return null;
  if (new Set(signs).size === 2) return signs.filter((sign) => sign === last).length === 1 ? last : null;
  if (signs.length > 1) return null;
  if (!/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(compact)) return last;
  return last === groupSign(locale) ? null : last;
}

function groupSign(locale?: string): string | undefined {
  return new Intl.NumberFormat(locale, { useGrouping: true })
    .formatToParts(1234567)
    .find((part) => part.type === "group")?.value;
}
