import type { Refusal } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import type { QuestionDraft, QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { FormatName } from "../format-names.ts";

/** A file as it came: `format` is what its host says it is, "auto" to find out. */
export interface ImportFile {
  bytes: Uint8Array;
  filename?: string | undefined;
  format: FormatName | "auto";
}

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** What a file holds, as it was understood. Reading stores nothing. */
export interface ReadImport {
  format: FormatName;
  /** Of texts; null for formats that say it themselves. */
  encoding: Encoding | null;
  quizzes: ReadQuiz[];
  /** The files that came along, by the ids by which the questions name them. */
  media: ReadonlyMap<string, Uint8Array>;
}

export interface ReadQuiz {
  title: string;
  /** With the questions alone that were understood; playable once it has any. */
  quiz: QuizDraft;
  rows: ReadRow[];
  /** What concerns the quiz as a whole. */
  messages: string[];
}

export interface ReadRow {
  /** As counted by a reader of the file: the row of a table, the line of a text, otherwise the number of the question. */
  row: number;
  status: "ok" | "changed" | "refused";
  /** The changes made, or the reasons for the refusal: sentences with the value concerned. */
  messages: string[];
  /** What stood there, in short. */
  given: string;
  /** Where the question stands in `quiz.questions`; null if it was refused. */
  question: number | null;
  /** A refused question as far as it was understood, to be mended; null where nothing was. */
  draft: QuestionDraft | null;
}

export type ReadFile = (file: ImportFile) => Promise<Result<ReadImport, Refusal>>;
