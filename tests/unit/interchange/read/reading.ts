import { expect } from "vitest";
import { readImport } from "#lib/interchange/read/read.ts";
import type { ImportFile, ReadImport, ReadQuiz } from "#lib/interchange/read/shapes.ts";

/** What a file holds, given as a text or as bytes. */
export async function readFile(
  content: string | Uint8Array,
  { filename, format = "auto" }: Partial<ImportFile> = {},
): Promise<ReadImport> {
  const read = await readImport({ bytes: asBytes(content), filename, format });
  if (!read.ok) throw new Error(`refused: ${read.error.message}`);
  return read.value;
}

/** The one quiz of a file, after its format was recognized. */
export async function readQuiz(
  content: string | Uint8Array,
  format: ReadImport["format"],
  filename?: string,
): Promise<ReadQuiz> {
  const read = await readFile(content, { filename });
  expect(read.format).toBe(format);
  expect(read.quizzes).toHaveLength(1);
  return read.quizzes[0]!;
}

/** Why a file is refused. */
export async function refusalOf(content: string | Uint8Array, file: Partial<ImportFile> = {}) {
  const read = await readImport({ bytes: asBytes(content), format: "auto", ...file });
  if (read.ok) throw new Error(`read as ${read.value.format}`);
  return read.error;
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}

/** The rows as `row status`, with what they say. */
export function told({ rows }: ReadQuiz): string[] {
  return rows.map(({ row, status, messages }) => [`${row} ${status}`, ...messages].join(": "));
}
