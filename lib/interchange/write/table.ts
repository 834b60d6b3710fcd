import type { Question } from "../../quiz/kinds/registry.ts";
import { optionName } from "../../quiz/media/public-media.ts";
import { PAIR_SIGN, TABLE_COLUMNS, tableHeader } from "../table-columns.ts";
import { leftOut, lostOf, tellOwnRules } from "./lost.ts";
import { finishedQuestions, type Lost, type QuizToWrite, writeEach } from "./written.ts";

export type Cell = string | number;

/** The quiz as the product's own table (table-columns.ts), which the import reads back. */
export function tableOf({ quiz }: QuizToWrite): { header: readonly string[]; rows: Cell[][]; lost: Lost[] } {
  const { finished, lost } = finishedQuestions(quiz);
  const { parts, lost: lostOfEach } = writeEach(finished, filledCells);
  const options = Math.max(TABLE_COLUMNS.options.length, ...parts.map((cells) => cells.options?.length ?? 0));
  return {
    header: withOptions(tableHeader, options),
    rows: parts.map((cells) => rowOf(cells, options)),
    lost: [
      ...lostOf(quiz, finished, { timeLimits: true, points: true, explanations: true }),
      ...lost,
      ...lostOfEach,
    ],
  };
}

/** The header with as many columns of options as the longest question needs. */
function withOptions(header: readonly string[], options: number): string[] {
  const at = header.indexOf(TABLE_COLUMNS.options[0]);
  const names = Array.from({ length: options }, (_, index) => `Option ${index + 1}`);
  return [...header.slice(0, at), ...names, ...header.slice(at + TABLE_COLUMNS.options.length)];
}

type Field = keyof typeof TABLE_COLUMNS;
type Filled = Partial<Record<Exclude<Field, "options">, Cell>> & { options?: Cell[] };

function rowOf(cells: Filled, options: number): Cell[] {
  return (Object.keys(TABLE_COLUMNS) as Field[]).flatMap((field) =>
    field === "options"
      ? Array.from({ length: options }, (_, at) => cells.options?.[at] ?? "")
      : [cells[field] ?? ""],
  );
}

function filledCells(question: Question, tell: (what: string) => void): Filled | null {
  const own = ownCells(question);
  if (own === null) {
    tell(leftOut(question, "the table"));
    return null;
  }
  tellTable(question, tell);
  const { kind, prompt, timeLimitMs, points, explanation = "" } = question;
  return { kind, prompt, timeLimit: timeLimitMs / 1000, points, explanation, ...own };
}

function ownCells(question: Question): Filled | null {
  switch (question.kind) {
    case "single":
    case "multiple": {
      const right = question.options.flatMap(({ correct }, at) => (correct ? [at + 1] : []));
      const correct = right.length === 1 ? (right[0] as number) : right.join(",");
      return { options: question.options.map(optionName), correct };
    }
    case "poll":
      return { options: question.options.map(optionName) };
    case "truefalse":
      return { correct: String(question.correct) };
    case "text":
      return { options: question.accepted };
    case "number":
      return {
        correct: question.correct,
        tolerance: question.closest ? "closest" : question.tolerance,
        unit: question.unit ?? "",
      };
    case "slider":
      return {
        options: [question.min, question.max, question.step],
        correct: question.correct,
        tolerance: question.margin,
        unit: question.unit ?? "",
      };
    case "order":
      return { options: question.items };
    case "match":
      return { options: question.pairs.map(({ item, group }) => `${item} ${PAIR_SIGN} ${group}`) };
    case "rating":
      return { options: [question.scale, question.lowLabel ?? "", question.highLabel ?? ""] };
    case "wordcloud":
      return { options: [question.maxEntries] };
    case "slide":
      return { text: question.text ?? "" };
    case "pin":
      return null;
    default:
      return question satisfies never;
  }
}

function tellTable(question: Question, tell: (what: string) => void): void {
  if (question.kind !== "number") tellOwnRules(question, tell, { unit: true });
  if (question.kind === "slider" && !question.partialCredit)
    tell("Whether near misses earn points is left out.");
  if (question.kind === "wordcloud" && question.moderation !== "host")
    tell("Entries wait for the host; the filter of rude words is left out.");
}
