import { stringify } from "csv-stringify/sync";
import { runsAsFormula } from "../../interchange/formulas.ts";

/** A number is a number in the sheet, whatever its sign; a text is text. */
export type Cell = string | number;

/**
 * As spreadsheets want it: a byte order mark so that Excel reads UTF-8, and each text one cell that runs no formula, also
 * where a semicolon separates. Players choose their names, and hosts open these files.
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  const safe = rows.map((row) => row.map((cell) => (typeof cell === "number" ? cell : textCell(cell))));
  return stringify(safe, { bom: true, quoted_string: true, record_delimiter: "windows" });
}

/**
 * Where the list separator is a semicolon (most of Europe), Excel splits a line at each one and takes the quotes of a file
 * with commas for letters. So in a text a semicolon is written as U+037E, which looks the same and which Unicode normalizes
 * to it; and a tab or a line break as a space.
 */
function textCell(text: string): string {
  const line = text.replace(BREAKS, " ").trim();
  return `${runsAsFormula(line) ? "'" : ""}${line}`.replaceAll(";", "\u037E");
}

const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
