import writeExcelFile from "write-excel-file/node";
import { withoutFormulas } from "../formulas.ts";
import { tableOf } from "./table.ts";
import type { QuizToWrite, Written } from "./written.ts";

/** The product's table as a sheet: texts as texts, numbers as numbers, the header kept in sight. */
export async function writeXlsx(source: QuizToWrite): Promise<Written> {
  const { header, rows, lost } = tableOf(source);
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === "number" && isShownWhole(cell)) return { value: cell, type: Number };
      return cell === "" ? null : { value: withoutFormulas(String(cell)), type: String, wrap: true };
    }),
  );
  const bold = header.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const columns = header.map((name) => ({ width: WIDTHS[name] ?? (name.startsWith("Option") ? 20 : 12) }));
  const bytes = await writeExcelFile([bold, ...cells], {
    columns,
    sheet: "Questions",
    stickyRowsCount: 1,
  }).toBuffer();
  return { bytes, lost };
}

const WIDTHS: Record<string, number> = { Question: 48, Explanation: 40, Text: 40 };

/** Spreadsheets keep 15 digits of a number; one with more is written as a text. */
function isShownWhole(number: number): boolean {
  return Number(number.toPrecision(15)) === number;
}
