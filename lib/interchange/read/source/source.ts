import { nestsDeeperThan } from "../../../kernel/nesting.ts";
import { IMPORT_LIMITS } from "../limits.ts";
import type { Encoding, ImportFile } from "../shapes.ts";
import { Unreadable } from "../unreadable.ts";
import { decodeText, plainLines } from "./decode-text.ts";
import { parseDelimited } from "./delimited.ts";
import { type Archive, openArchive } from "./safe-zip.ts";
import { isWorkbook, readSheets } from "./sheet.ts";
import type { Table } from "./table.ts";

/** A file as the formats look at it, each view of it made once. */
export interface Source {
  /** In lower case, without its folder; empty if unknown. */
  filename: string;
  /** What the file is called, as a title. */
  title: string;
  bytes: Uint8Array;
  /** Null if it is not text. */
  text: string | null;
  encoding: Encoding | null;
  archive: Archive | null;
  /** Of a workbook; of a text one, by its delimiter. Empty for all else. */
  tables: Table[];
  /** What keeps a text from being the table or the JSON it looks like. */
  problem: string | null;
  /** Of a text that is JSON; undefined for all else. */
  json: unknown;
}

/** Looks at what a file is made of, by its bytes. */
export async function openSource({ bytes, filename = "" }: ImportFile): Promise<Source> {
  const name = filename.split(/[\\/]/).at(-1)!.slice(0, 255);
  const base = { filename: name.toLowerCase(), title: titleOf(name), bytes };
  const refused = OTHER_FILES.find(({ starts }) => startsWith(bytes, starts));
  if (refused) throw new Unreadable(refused.message);
  if (startsWith(bytes, [0x50, 0x4b])) {
    const archive = await openArchive(bytes);
    const tables = isWorkbook(archive) ? await readSheets(archive) : [];
    return { ...base, text: null, encoding: null, archive, tables, json: undefined, problem: null };
  }
  if (startsWith(bytes, GZIP))
    return { ...base, text: null, encoding: null, archive: null, tables: [], json: undefined, problem: null };
  const { text: raw, encoding } = decodeText(bytes);
  const text = plainLines(raw);
  if (text.trim() === "") throw new Unreadable("The file is empty.");
  const lines = countLines(text);
  if (lines.count > IMPORT_LIMITS.lines)
    throw new Unreadable(`The file has more than ${IMPORT_LIMITS.lines.toLocaleString("en")} lines.`);
  const shape = /^\s*</.test(text)
    ? {}
    : /^\s*[[{]/.test(text)
      ? jsonOf(text)
      : tablesOf(text, lines.longest);
  return { ...base, text, encoding, archive: null, tables: [], json: undefined, problem: null, ...shape };
}

const GZIP = [0x1f, 0x8b];

export function isGzip({ bytes }: Source): boolean {
  return startsWith(bytes, GZIP);
}

const OTHER_FILES = [
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    message:
      "This is an old Office file, or it is locked with a password. Save it as .xlsx without a password.",
  },
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    message: "This is a PDF. Quizzes are read from tables, texts and exports.",
  },
  {
    starts: [0x89, 0x50, 0x4e, 0x47],
    message: "This is a picture. Quizzes are read from tables, texts and exports.",
  },
  {
    starts: [0xff, 0xd8, 0xff],
    message: "This is a picture. Quizzes are read from tables, texts and exports.",
  },
];

function startsWith(bytes: Uint8Array, starts: readonly number[]): boolean {
  return starts.every((byte, at) => bytes[at] === byte);
}

/** A text need not be a table; what is wrong with it as one is told only where nothing else reads it. */
function tablesOf(text: string, longest: number): Partial<Source> {
  if (longest > IMPORT_LIMITS.lineLength)
    return { problem: `It has a line of ${longest.toLocaleString("en")} characters, which no table has.` };
  try {
    return { tables: [parseDelimited(text)] };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

function countLines(text: string): { count: number; longest: number } {
  let [count, longest, from] = [0, 0, 0];
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    longest = Math.max(longest, to - from);
    count += 1;
    from = to + 1;
  }
  return { count, longest };
}

/** What a quiz has, several times over. */
const NESTING_MAX = 32;

function jsonOf(text: string): Partial<Source> {
  if (nestsDeeperThan(text, NESTING_MAX))
    return { problem: `It is nested deeper than ${NESTING_MAX} levels.` };
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return { problem: `It is not valid JSON: ${error instanceof Error ? error.message.slice(0, 120) : ""}` };
  }
}

function titleOf(name: string): string {
  return (
    name
      .replace(/\.[a-z0-9]{1,8}$/i, "")
      // As our own export names what has a common ending.
      .replace(/\.(kahoot|aiken)$/, "")
      .replace(/_/g, " ")
      .trim()
  );
}
