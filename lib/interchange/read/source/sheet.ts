import { zipSync } from "fflate";
import readExcelFile from "read-excel-file/universal";
import { IMPORT_LIMITS } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import { refuseDoctype } from "./safe-xml.ts";
import type { Archive } from "./safe-zip.ts";
import type { Table } from "./table.ts";

/** Excel's own workbooks, and what other programs save as such. */
export function isWorkbook({ names }: Archive): boolean {
  return names.includes("xl/workbook.xml") || names.some((name) => /(^|\/)workbook\.xml$/.test(name));
}

/**
 * The sheets of a workbook as tables of texts. Its library unpacks what it is given and makes a row for every address, so it
 * gets a new archive of entries that were unpacked within their limits, and of sheets whose addresses are near.
 */
export async function readSheets(archive: Archive): Promise<Table[]> {
  const files: Record<string, Uint8Array> = {};
  for (const name of archive.names) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const bytes = (await archive.file(name))!;
    const text = Buffer.from(bytes).toString("utf8");
    refuseDoctype(text);
    if (/worksheets?\//.test(name)) refuseFarCells(text);
    files[name] = bytes;
  }
  const plain = zipSync(files, { level: 0 });
  try {
    const sheets = await readExcelFile(plain.slice().buffer as ArrayBuffer, { parseNumber: plainNumber });
    return sheets.map(({ data }) => ({
      rows: data.map((cells, at) => ({
        row: at + 1,
        cells: cells.slice(0, IMPORT_LIMITS.columns).map(asText),
      })),
    }));
  } catch {
    throw new Unreadable("This workbook is damaged. Open it, save it again as .xlsx, and retry.");
  }
}

/** One cell in the last row of a sheet would become a million empty rows. */
function refuseFarCells(sheet: string): void {
  for (const [, letters = "", digits = "0"] of sheet.matchAll(/\sr=["']([A-Z]{0,4})(\d{1,9})["']/g)) {
    if (Number(digits) > IMPORT_LIMITS.rows)
      throw new Unreadable(
        `This sheet has a cell in row ${digits}; at most ${IMPORT_LIMITS.rows.toLocaleString("en")} rows are read.`,
      );
    if (letters.length > 2)
      throw new Unreadable(`This sheet has a cell in column ${letters}; that is too far to the right.`);
  }
}

/** As it is shown: a double's noise is nothing that its host wrote. */
function plainNumber(raw: string): string {
  const value = Number(raw);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return String(cell);
}
