/** A table of texts, wherever it comes from. */
export interface Table {
  rows: TableRow[];
}

export interface TableRow {
  /** As a spreadsheet counts, also where a cell has several lines. */
  row: number;
  cells: string[];
}

/** What a cell says, without the spaces around it; empty where there is none. */
export function cellAt({ cells }: TableRow, column: number | undefined): string {
  return column === undefined ? "" : (cells[column]?.trim() ?? "");
}

export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** All cells of a row that say something, for its host to recognize it. */
export function givenOf({ cells }: TableRow): string {
  return cells
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(" · ");
}

/** A heading in the form in which headings are compared. */
export function headingOf(cell: string): string {
  return cell.slice(0, 200).normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
