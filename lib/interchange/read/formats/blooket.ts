import type { FoundQuiz } from "../found.ts";
import type { Source } from "../source/source.ts";
import { type AnswerSheet, findSheet, readSheet } from "./answer-sheet.ts";

/** Blooket's import template: its name in the first row, then the headings. */
export function isBlooket(source: Source): boolean {
  return sheetOf(source) !== null;
}

export function readBlooket(source: Source): FoundQuiz[] {
  const sheet = sheetOf(source);
  return sheet ? [readSheet(sheet)] : [];
}

function sheetOf(source: Source): AnswerSheet | null {
  return findSheet(source, [/^question text/, /^correct answer/, /^answer 1/]);
}
