import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { FORMAT_LABELS, type FormatName } from "../format-names.ts";
import { collect } from "./collect.ts";
import { FORMATS, type Format } from "./formats.ts";
import { IMPORT_LIMITS } from "./limits.ts";
import type { ImportFile, ReadImport, ReadQuiz } from "./shapes.ts";
import { openSource, type Source } from "./source/source.ts";
import { refuseMany, Unreadable, unreadable } from "./unreadable.ts";

/**
 * Reads the quizzes of a file of any format we know (formats.ts), or says why not: `payload_too_large`, or
 * `unreadable_import` with what was tried. It takes as long as the file is large: run it on a thread (lib/runtime/file-line.ts).
 */
export async function readImport(file: ImportFile): Promise<Result<ReadImport, Refusal>> {
  const { bytes } = IMPORT_LIMITS;
  if (file.bytes.byteLength > bytes)
    return refuse("payload_too_large", `A file can have at most ${bytes / 1024 / 1024} MB.`);
  try {
    const source = await openSource(file);
    return file.format === "auto" ? await readAny(source) : await readAs(source, file.format);
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.code, error.message);
    throw error;
  }
}

async function readAny(source: Source): Promise<Result<ReadImport, Refusal>> {
  const format = FORMATS.find((each) => each.recognizes(source));
  if (format) return readBy(format, source);
  const tried = [...new Set(FORMATS.map(({ label }) => label))].join(", ");
  const hint = source.problem
    ? ` ${source.problem}`
    : source.tables.length > 0
      ? " A table needs a row of headings with “Question”."
      : "";
  return unreadable(`The format is not recognized. It was tried as ${tried}.${hint}`);
}

async function readAs(source: Source, name: FormatName): Promise<Result<ReadImport, Refusal>> {
  const format = FORMATS.find((each) => each.name === name);
  if (!format) return unreadable(`${FORMAT_LABELS[name]} cannot be read.`);
  return readBy(format, source);
}

async function readBy(format: Format, source: Source): Promise<Result<ReadImport, Refusal>> {
  const found = (await format.read(source)).filter(({ found }) => found.length > 0);
  if (found.length === 0)
    return unreadable(`It was read as ${format.label}, and there is no question in it.`);
  refuseMany(found.reduce((sum, { found: rows }) => sum + rows.length, 0));
  const title = source.title || "Imported quiz";
  const quizzes = found.flatMap((quiz) => collect({ ...quiz, title: quiz.title || title }));
  const media = new Map(found.flatMap((quiz) => [...(quiz.media ?? [])]));
  return ok({ format: format.name, encoding: source.encoding, quizzes: withFewDrafts(quizzes), media });
}

/** Many long drafts would make a reply that takes long to send and is of no use to anybody. */
function withFewDrafts(quizzes: readonly ReadQuiz[]): ReadQuiz[] {
  let left: number = IMPORT_LIMITS.drafts;
  return quizzes.map((quiz) => ({
    ...quiz,
    rows: quiz.rows.map((row) => {
      if (row.draft === null) return row;
      left -= JSON.stringify(row.draft).length;
      return left >= 0 ? row : { ...row, draft: null };
    }),
  }));
}
