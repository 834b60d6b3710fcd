import { LIMITS } from "../../quiz/fields.ts";
import type { Question } from "../../quiz/kinds/registry.ts";
import { fitQuestion } from "./fit-question.ts";
import type { Found, FoundQuiz } from "./found.ts";
import { shortened, tidyText } from "./found-text.ts";
import type { ReadQuiz, ReadRow } from "./shapes.ts";

const GIVEN_MAX = 300;

/** A found quiz as quizzes that can be stored: with more questions than one can have it becomes several. */
export function collect({ title, description, language, found, messages = [] }: FoundQuiz): ReadQuiz[] {
  const parts: { questions: Question[]; rows: ReadRow[] }[] = [{ questions: [], rows: [] }];
  for (const each of found) {
    const { row, question } = rowOf(each);
    if (question && parts.at(-1)!.questions.length === LIMITS.questions.max)
      parts.push({ questions: [], rows: [] });
    const part = parts.at(-1)!;
    part.rows.push(question ? { ...row, question: part.questions.length } : row);
    if (question) part.questions.push(question);
  }
  const about = {
    ...text("description", description, LIMITS.description),
    ...(language ? { language } : {}),
  };
  return parts.map(({ questions, rows }, at) => {
    const name = titleOf(title, parts.length > 1 ? ` (${at + 1} of ${parts.length})` : "");
    return {
      title: name,
      quiz: { title: name, ...about, questions },
      rows,
      messages: parts.length > 1 ? [...messages, splitMessage(parts)] : messages,
    };
  });
}

function rowOf({ row, given, question: found, changes = [], refusal }: Found) {
  const base = {
    row,
    given: shortened(given || (found?.prompt ?? ""), GIVEN_MAX),
    question: null,
    draft: null,
  };
  if (!found || refusal !== undefined) {
    const messages = [refusal ?? "There is no question in this row.", ...changes];
    const draft = found ? draftOf(fitQuestion(found)) : null;
    return { row: { ...base, status: "refused", messages, draft } satisfies ReadRow, question: null };
  }
  const fitted = fitQuestion(found);
  if (!fitted.question) {
    const messages = [...fitted.problems, ...changes];
    return {
      row: { ...base, status: "refused", messages, draft: fitted.draft } satisfies ReadRow,
      question: null,
    };
  }
  const all = [...changes, ...fitted.changes];
  const status = all.length > 0 ? "changed" : "ok";
  return { row: { ...base, status, messages: all } satisfies ReadRow, question: fitted.question };
}

function draftOf(fitted: ReturnType<typeof fitQuestion>) {
  return fitted.question ?? fitted.draft;
}

function titleOf(raw: string, suffix: string): string {
  const title = tidyText(raw).replace(/\s+/g, " ") || "Imported quiz";
  const most = LIMITS.title - suffix.length;
  return `${title.length <= most ? title : `${[...title.slice(0, most - 1)].slice(0, -1).join("")}…`}${suffix}`;
}

function text(field: string, value: string | undefined, most: number) {
  const tidy = tidyText(value ?? "");
  return tidy === "" ? {} : { [field]: tidy.length <= most ? tidy : `${tidy.slice(0, most - 1)}…` };
}

function splitMessage(parts: readonly { questions: readonly unknown[] }[]): string {
  const count = parts.reduce((sum, { questions }) => sum + questions.length, 0).toLocaleString("en");
  return `${count} questions became ${parts.length} quizzes; one can have at most ${LIMITS.questions.max}.`;
}
