import { LIMITS } from "../../../quiz/fields.ts";
import type { Found, FoundOption, FoundQuiz } from "../found.ts";
import { hasMarkSigns, shortened } from "../found-text.ts";
import type { Source } from "../source/source.ts";
import { cellAt, givenOf, headingOf, isBlank, type Table } from "../source/table.ts";
import { refuseMany } from "../unreadable.ts";
import { optionPlace } from "./option-place.ts";

/**
 * Terms with their definitions, as they are copied from Quizlet or pasted into Gimkit: one pair a line, parted by a tab, a
 * dash, a colon, a comma or a semicolon. Gimkit's sheet has wrong answers, too. As those do, wrong options of a term are made of
 * what the others are.
 */
export function isTerms(source: Source): boolean {
  return gimkitHeader(source.tables) !== null || pairsOf(source) !== null;
}

export function readTerms(source: Source): FoundQuiz[] {
  const sheet = gimkitHeader(source.tables);
  if (sheet) return [{ title: "", found: gimkitRows(sheet) }];
  const pairs = pairsOf(source) ?? [];
  const definitions = [...new Set(pairs.map(({ definition }) => definition).filter(fitsOption))];
  return [{ title: "", found: pairs.map((pair, at) => foundOf(pair, at, definitions)) }];
}

interface Pair {
  row: number;
  term: string;
  definition: string;
}

const SEPARATORS = [/\t+/, / +[-–—] +/, / *: +/, /;/, /,/];
/** A pair fits by far. */
const LINE_MAX = 2_000;
/** Of lines that must be pairs, for the whole to be a list of such. */
const SHARE = 0.8;

function pairsOf({ text, problem }: Source): Pair[] | null {
  if (text === null || problem !== null || /^\s*[<{[]/.test(text)) return null;
  const lines = text
    .split("\n")
    .map((line, at) => ({ row: at + 1, line: line.slice(0, LINE_MAX).trim() }))
    .filter(({ line }) => line !== "");
  if (lines.length < 2) return null;
  const separator = SEPARATORS.find((each) => {
    const parted = lines.filter(({ line }) => isPair(line.split(each), each)).length;
    return parted >= Math.max(2, SHARE * lines.length);
  });
  if (!separator) return null;
  refuseMany(lines.length);
  return lines.map(({ row, line }) => {
    const [term = "", ...rest] = line.split(separator);
    return { row, term: term.trim(), definition: rest.join(" ").trim() };
  });
}

/** Signs that prose has too part a line only once, and into short pieces. */
function isPair(parts: readonly string[], separator: RegExp): boolean {
  const [term = "", definition = ""] = parts.map((part) => part.trim());
  if (term === "" || definition === "") return false;
  if (separator === SEPARATORS[0]) return true;
  return parts.length === 2 && term.length <= 60 && !/[.!?]$/.test(term);
}

const fitsOption = (text: string) => text !== "" && text.length <= LIMITS.optionText;

function foundOf({ row, term, definition }: Pair, at: number, definitions: readonly string[]): Found {
  const base = { row, given: definition === "" ? term : `${term} · ${definition}` };
  if (definition === "") return { ...base, refusal: `“${shortened(term)}” has no definition.` };
  const plainText = hasMarkSigns(term, definition);
  const own = definitions.indexOf(definition);
  const others = Array.from(
    { length: 3 },
    (_, i) => definitions[(own + 1 + i) % definitions.length] as string,
  );
  if (own < 0 || definitions.length < 4)
    return { ...base, question: { kind: "text", prompt: term, accepted: [definition], plainText } };
  const options: FoundOption[] = others.map((text) => ({ text }));
  options.splice(optionPlace(at, 4), 0, { text: definition, correct: true });
  return {
    ...base,
    changes: ["Three definitions of other terms became its wrong options."],
    question: { kind: "single", prompt: term, options, plainText: plainText || hasMarkSigns(...others) },
  };
}

function gimkitHeader(tables: readonly Table[]) {
  for (const table of tables) {
    const at = table.rows.slice(0, 10).findIndex(({ cells }) => {
      const headings = cells.map(headingOf);
      return (
        headings.some((each) => /^question/.test(each)) &&
        headings.some((each) => /^incorrect answer/.test(each))
      );
    });
    const header = table.rows[at];
    if (header) return { rows: table.rows.slice(at + 1), headings: header.cells.map(headingOf) };
  }
  return null;
}

function gimkitRows({ rows, headings }: NonNullable<ReturnType<typeof gimkitHeader>>): Found[] {
  const column = (name: RegExp) => headings.findIndex((heading) => name.test(heading));
  const [prompt, correct] = [column(/^question/), column(/^correct answer/)];
  const wrong = headings.flatMap((heading, at) => (/^incorrect answer/.test(heading) ? [at] : []));
  return rows
    .filter((row) => !isBlank(row))
    .map((row, at) => {
      const question = cellAt(row, prompt);
      const right = cellAt(row, correct);
      const options: FoundOption[] = wrong
        .map((each) => ({ text: cellAt(row, each) }))
        .filter(({ text }) => text !== "");
      const plainText = hasMarkSigns(question, right, ...options.map(({ text }) => text));
      const given = givenOf(row);
      if (options.length === 0)
        return {
          row: row.row,
          given,
          question: { kind: "text", prompt: question, accepted: [right], plainText },
        };
      options.splice(optionPlace(at, options.length + 1), 0, { text: right, correct: true });
      return { row: row.row, given, question: { kind: "single", prompt: question, options, plainText } };
    });
}
