import type { QuestionDraft } from "../../quiz/drafts/quiz-draft.ts";
import { LIMITS } from "../../quiz/fields.ts";
import type { Question } from "../../quiz/kinds/registry.ts";
import { fitQuestion, fitWhole } from "./fit-question.ts";
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

function rowOf({ row, given, question: found, whole, changes = [], refusal }: Found): {
  row: ReadRow;
  question: Question | null;
} {
  const base = {
    row,
    given: shortened(given || (found?.prompt ?? ""), GIVEN_MAX),
    question: null,
    draft: null,
  };
  const refused = (messages: string[], draft: QuestionDraft | null) => ({
    row: { ...base, status: "refused" as const, messages: fewMessages(messages), draft },
    question: null,
  });
  const fitted = found ? fitQuestion(found) : whole === undefined ? null : fitWhole(whole);
  if (!fitted) return refused([refusal ?? "There is no question in this row.", ...changes], null);
  if (refusal !== undefined) return refused([refusal, ...changes], fitted.question ?? fitted.draft);
  if (!fitted.question) return refused([...fitted.problems, ...changes], fitted.draft);
  const messages = [...changes, ...fitted.changes];
  return {
    row: { ...base, status: messages.length > 0 ? "changed" : "ok", messages: fewMessages(messages) },
    question: fitted.question,
  };
}

const MESSAGES_MAX = 10;

function fewMessages(messages: string[]): string[] {
  if (messages.length <= MESSAGES_MAX) return messages;
  const rest = messages.length - MESSAGES_MAX + 1;
  return [...messages.slice(0, MESSAGES_MAX - 1), `And ${rest} changes more.`];
}

function titleOf(raw: string, suffix: string): string {
  const title = tidyText(raw.slice(0, 2_000)).replace(/\s+/g, " ") || "Imported quiz";
  const most = LIMITS.title - suffix.length;
  return `${title.length <= most ? title : `${[...title.slice(0, most - 1)].slice(0, -1).join("")}…`}${suffix}`;
}

function text(field: string, value: string | undefined, most: number) {
  const tidy = tidyText((value ?? "").slice(0, 10_000));
  return tidy === "" ? {} : { [field]: tidy.length <= most ? tidy : `${tidy.slice(0, most - 1)}…` };
}

function splitMessage(parts: readonly { questions: readonly unknown[] }[]): string {
  const count = parts.reduce((sum, { questions }) => sum + questions.length, 0).toLocaleString("en");
  return `${count} questions became ${parts.length} quizzes; one can have at most ${LIMITS.questions.max}.`;
}
