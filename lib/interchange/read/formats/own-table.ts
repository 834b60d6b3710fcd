import { readNumber } from "../../../kernel/read-number.ts";
import { type KindName, kindNames } from "../../../quiz/kinds/registry.ts";
import { withFormulas } from "../../formulas.ts";
import { PAIR_SIGN, type TABLE_COLUMNS } from "../../table-columns.ts";
import type { Found, FoundQuestion, FoundQuiz } from "../found.ts";
import type { Source } from "../source/source.ts";
import { cellAt, givenOf, headingOf, isBlank, type Table, type TableRow } from "../source/table.ts";
import { markRight } from "./right-options.ts";

/** The product's own table (lib/interchange/table-columns.ts), and tables that are like it. */
export function isOwnTable({ tables }: Source): boolean {
  return tables.some((table) => headerOf(table) !== null);
}

export function readOwnTable({ tables, title }: Source): FoundQuiz[] {
  return tables.flatMap((table) => {
    const header = headerOf(table);
    if (!header) return [];
    const rows = table.rows.slice(header.at + 1).filter((row) => !isBlank(row));
    return [{ title, found: rows.map((row) => foundOf(row, header.columns)) }];
  });
}

type Field = Exclude<keyof typeof TABLE_COLUMNS, "options">;
type Columns = Partial<Record<Field, number>> & { options: number[] };

/** Above it may stand a title and explanations. */
const HEADER_WITHIN_ROWS = 30;

function headerOf({ rows }: Table): { at: number; columns: Columns } | null {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
    // Gimkit's sheet (terms.ts) has the right answer and wrong ones.
    if (row.cells.some((cell) => /^incorrect answer/.test(headingOf(cell)))) return null;
    const columns = columnsOf(row);
    // A sentence with the word alone is no header.
    if (
      columns.prompt !== undefined &&
      (columns.options.length > 1 || columns.correct !== undefined || columns.kind !== undefined)
    )
      return { at, columns };
  }
  return null;
}

function columnsOf({ cells }: TableRow): Columns {
  const columns: Columns = { options: [] };
  for (const [at, cell] of cells.entries()) {
    const heading = headingOf(cell);
    if (/^(option|answer|choice|accepted) ?\(?([a-z]|\d{1,2})\)?\b/.test(heading)) columns.options.push(at);
    else {
      const field = FIELDS.find(({ names }) => names.test(heading))?.field;
      if (field && columns[field] === undefined) columns[field] = at;
    }
  }
  return columns;
}

const FIELDS: { field: Field; names: RegExp }[] = [
  { field: "kind", names: /^(kind|type|question type)$/ },
  { field: "prompt", names: /^(question|prompt|question text)$/ },
  {
    field: "correct",
    names: /^(correct|right|solution|answer|(correct|right) (option|answer)s?|(correct|right) answer\(s\))$/,
  },
  { field: "timeLimit", names: /^(time|seconds|time limit)( ?[([](s|sec|secs|seconds)[)\]])?$/ },
  { field: "points", names: /^points?$/ },
  { field: "explanation", names: /^(explanation|feedback|comment)$/ },
  { field: "tolerance", names: /^(tolerance|margin)$/ },
  { field: "unit", names: /^unit$/ },
  { field: "text", names: /^(text|body)$/ },
];

function foundOf(row: TableRow, columns: Columns): Found {
  const textAt = (column: number | undefined) => withFormulas(cellAt(row, column));
  const cell = (field: Field) => textAt(columns[field]);
  const cells = columns.options.map(textAt);
  const options = cells.filter(Boolean);
  // The numbers of right options count empty ones between them.
  const places = cells.slice(0, cells.findLastIndex(Boolean) + 1);
  const kind = kindNamed(cell("kind")) ?? (cell("kind") === "" ? kindOf(options, cell("correct")) : null);
  const base = { row: row.row, given: givenOf(row) };
  if (!kind)
    return {
      ...base,
      refusal: `There is no kind “${cell("kind").slice(0, 40)}”; there are ${kindNames.join(", ")}.`,
    };
  if (kind === "pin")
    return { ...base, refusal: "A pin on a picture needs its picture, which a table cannot hold." };
  const changes: string[] = [];
  const time = cell("timeLimit");
  const seconds = time === "" ? undefined : readNumber(time.replace(/ ?(s|sec|seconds)\.?$/i, ""));
  if (seconds === null)
    changes.push(`The time limit “${time.slice(0, 40)}” is not a number, so it became 20 s.`);
  const points = cell("points") === "" ? undefined : readNumber(cell("points"));
  if (points === null)
    changes.push(`“${cell("points").slice(0, 40)}” is no number of points, so it became 1.`);
  const question: FoundQuestion = {
    kind,
    prompt: cell("prompt"),
    timeLimitMs: seconds === undefined || seconds === null ? undefined : seconds * 1000,
    points: points ?? undefined,
    explanation: cell("explanation"),
  };
  const refusal = fill(
    question,
    {
      options,
      places,
      correct: cell("correct"),
      tolerance: cell("tolerance"),
      unit: cell("unit"),
      text: cell("text"),
    },
    changes,
  );
  return { ...base, question, changes, ...(refusal ? { refusal } : {}) };
}

const OTHER_NAMES: Record<string, KindName> = {
  "true/false": "truefalse",
  "true or false": "truefalse",
  "single choice": "single",
  "multiple choice": "multiple",
  "type the answer": "text",
  "short answer": "text",
  "put in order": "order",
  "word cloud": "wordcloud",
};

function kindNamed(cell: string): KindName | undefined {
  const name = headingOf(cell);
  return OTHER_NAMES[name] ?? kindNames.find((kind) => kind === name.replace(/[\s-]/g, ""));
}

/** Without a kind: what the row looks like. */
function kindOf(options: readonly string[], correct: string): KindName {
  if (options.length === 0) return verdictOf(correct) === null ? "text" : "truefalse";
  return /^\s*[\da-z]\s*[,;&+][\s\da-z,;&+]*$/i.test(correct) ? "multiple" : "single";
}

interface Cells {
  options: string[];
  /** The same with empty ones between them. */
  places: string[];
  correct: string;
  tolerance: string;
  unit: string;
  text: string;
}

/** Writes what the kind needs into the question; returns why that cannot be. */
function fill(question: FoundQuestion, cells: Cells, changes: string[]): string | undefined {
  const { options, correct } = cells;
  switch (question.kind) {
    case "single":
    case "multiple": {
      const marked = markRight(cells.places, correct);
      question.options = marked.options;
      if (question.kind === "single" && marked.options.filter((option) => option.correct).length > 1) {
        question.kind = "multiple";
        changes.push("Several options are right, so it became multiple choice.");
      }
      changes.push(...marked.changes);
      return marked.refusal;
    }
    case "poll":
      question.options = options.map((text) => ({ text }));
      return;
    case "truefalse": {
      const verdict = verdictOf(correct);
      if (verdict === null)
        return correct === ""
          ? "Say whether it is true or false."
          : `“${correct.slice(0, 40)}” is neither true nor false.`;
      question.fields = { correct: verdict };
      return;
    }
    case "text":
      question.accepted = options.length > 0 ? options : [correct];
      return;
    case "order":
      question.items = options;
      return;
    case "match":
      question.pairs = options.map(pairOf);
      return;
    case "number": {
      const closest = /^closest$/i.test(cells.tolerance);
      const numbers = { correct: amount(correct), tolerance: closest ? 0 : amount(cells.tolerance || "0") };
      const unit = cells.unit === "" ? {} : { unit: cells.unit };
      question.fields = { ...withoutNulls(numbers), closest, ...unit };
      return notNumbers(numbers, { correct, tolerance: cells.tolerance });
    }
    case "slider": {
      const [low = "", high = "", step = "1"] = options;
      const given = { min: low, max: high, step, correct, margin: cells.tolerance || "0" };
      const numbers = Object.fromEntries(Object.entries(given).map(([name, raw]) => [name, amount(raw)]));
      question.fields = { ...withoutNulls(numbers), ...(cells.unit === "" ? {} : { unit: cells.unit }) };
      return notNumbers(numbers, given);
    }
    case "rating": {
      const [scale = "5", lowLabel, highLabel] = options;
      question.fields = {
        scale: scale.toLowerCase() === "nps" ? "nps" : (amount(scale) ?? 5),
        ...(lowLabel ? { lowLabel } : {}),
        ...(highLabel ? { highLabel } : {}),
      };
      return;
    }
    case "wordcloud":
      question.fields = options[0] ? { maxEntries: amount(options[0]) ?? 3 } : {};
      return;
    case "slide":
      question.fields = cells.text === "" ? {} : { text: cells.text };
      return;
    case "pin":
      return;
    default:
      return question.kind satisfies never;
  }
}

function pairOf(option: string): { item: string; group: string } {
  const at = option.indexOf(PAIR_SIGN);
  return at < 0
    ? { item: option, group: "" }
    : { item: option.slice(0, at), group: option.slice(at + PAIR_SIGN.length) };
}

export function verdictOf(cell: string): boolean | null {
  const word = headingOf(cell);
  if (/^(true|t|yes|1|wahr|richtig|ja|vrai|verdadero|đúng|صحيح)$/.test(word)) return true;
  return /^(false|f|no|0|2|falsch|nein|faux|falso|sai|خطأ)$/.test(word) ? false : null;
}

const amount = (cell: string) => readNumber(cell);

function withoutNulls(numbers: Record<string, number | null>) {
  return Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== null));
}

function notNumbers(
  numbers: Record<string, number | null>,
  given: Record<string, string>,
): string | undefined {
  const [name] = Object.entries(numbers).find(([, value]) => value === null) ?? [];
  if (name === undefined) return;
  return given[name]
    ? `“${given[name].slice(0, 40)}” is no number (${name}).`
    : `A number is missing (${name}).`;
}
