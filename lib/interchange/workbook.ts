import writeExcelFile from "write-excel-file/node";

/** One sheet of a workbook; the first row names the columns. */
export interface Sheet {
  name: string;
  header: readonly string[];
  /** A text is a text, whatever it begins with: no spreadsheet runs it as a formula. */
  rows: readonly (readonly (string | number)[])[];
  /** In characters, by column; 12 where there is none. */
  widths?: readonly number[];
}

/** An .xlsx file. It takes as long as it is large: run it on a thread (lib/runtime/file-line.ts). */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map(({ name, header, rows, widths = [] }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: header.map((_, column) => ({ width: widths[column] ?? 12 })),
      data: [
        header.map((value) => ({ value: textOf(value), type: String, fontWeight: "bold" as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
}

function cellOf(cell: string | number) {
  if (typeof cell === "number" && Number.isFinite(cell)) return { value: cell, type: Number };
  const value = textOf(String(cell));
  return value === "" ? null : { value, type: String };
}

/** What XML forbids is left out, and a cell takes no more than so much. */
function textOf(text: string): string {
  return text.slice(0, CELL_MAX).replace(FORBIDDEN, "");
}

const FORBIDDEN = /[\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n]/gu;
const CELL_MAX = 32_767;
