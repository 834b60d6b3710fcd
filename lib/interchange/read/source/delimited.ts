import { CsvError, parse } from "csv-parse/sync";
import { IMPORT_LIMITS } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import type { Table } from "./table.ts";

const DELIMITERS = ["\t", ";", ",", "|"];

/** A text of rows with a delimiter as a table. Ends of lines are plain (decode-text.ts). */
export function parseDelimited(text: string, delimiter = delimiterOf(text)): Table {
  // Excel's own way to name the delimiter.
  const named = /^sep=(.)\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  return { rows: recordsOf(body, named?.[1] ?? delimiter) };
}

function recordsOf(text: string, delimiter: string) {
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1024 * 1024,
      to: IMPORT_LIMITS.rows + 1,
    });
    if (records.length > IMPORT_LIMITS.rows)
      throw new Unreadable(`This table has more than ${IMPORT_LIMITS.rows.toLocaleString("en")} rows.`);
    return records.map((record, at) => ({ row: at + 1, cells: record.slice(0, IMPORT_LIMITS.columns) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED")
      throw new Unreadable(`A quotation mark is opened and never closed${lineOf(error)}.`);
    throw new Unreadable(`This table cannot be read${lineOf(error)}: ${error.message.slice(0, 120)}`);
  }
}

function lineOf(error: CsvError): string {
  const { lines } = error as { lines?: unknown };
  return typeof lines === "number" ? ` (line ${lines})` : "";
}

/** The sign that parts the first rows into most columns, in most rows the same number; outside of quotes. */
export function delimiterOf(text: string): string {
  const lines = firstRows(text.slice(0, 64 * 1024));
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1).sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)] ?? 0;
    const alike = counts.filter((count) => count === median && count > 0).length;
    return { delimiter, score: median * 1_000 + alike };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : ",";
}

/** Rows without what stands in quotes. */
function firstRows(text: string): string[] {
  return text
    .replace(/"[^"]*"/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 30);
}
