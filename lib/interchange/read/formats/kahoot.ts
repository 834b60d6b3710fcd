import type { FoundQuiz } from "../found.ts";
import type { Source } from "../source/source.ts";
import { type AnswerSheet, findSheet, readSheet } from "./answer-sheet.ts";

/** Kahoot's spreadsheet template (support.kahoot.com, "How to import questions from a spreadsheet"), also saved as CSV. */
export function isKahoot(source: Source): boolean {
  return sheetOf(source) !== null;
}

export function readKahoot(source: Source): FoundQuiz[] {
  const sheet = sheetOf(source);
  return sheet ? [readSheet(sheet)] : [];
}

function sheetOf(source: Source): AnswerSheet | null {
  // What is written behind the names: how long an answer may be, in which unit, and how many are right.
  return findSheet(source, [/(max|máx|maks)\.? ?\d+/, /\((sec|sek|seg)/]);
}
