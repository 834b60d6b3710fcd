import { stringify } from "csv-stringify/sync";
import { withoutFormulas } from "../formulas.ts";
import { tableOf } from "./table.ts";
import { type QuizToWrite, utf8, type Written } from "./written.ts";

/**
 * As spreadsheets want it: a byte order mark, so that Excel reads UTF-8, texts in quotes, and none that runs as a formula.
 * Where lists are separated by semicolons, Excel takes a file with commas apart at each semicolon, quotes or not; so one in
 * a text is written as U+037E, which looks the same and which Unicode normalizes to it.
 */
export function writeCsv(source: QuizToWrite): Written {
  const { header, rows, lost } = tableOf(source);
  const safe = [header, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : withoutFormulas(cell).replaceAll(";", "\u037E"))),
  );
  return {
    bytes: utf8(stringify(safe, { bom: true, quoted_string: true, record_delimiter: "windows" })),
    lost,
  };
}
