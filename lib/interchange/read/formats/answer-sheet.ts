import { readNumber } from "../../../kernel/read-number.ts";
import type { Found, FoundQuiz } from "../found.ts";
import { hasMarkSigns } from "../found-text.ts";
import type { Source } from "../source/source.ts";
import { cellAt, givenOf, headingOf, isBlank, type Table, type TableRow } from "../source/table.ts";
import { markRight } from "./right-options.ts";

/**
 * Sheets of one form: a question, up to some answers, a time limit in seconds and the numbers of the right answers. Kahoot,
 * Blooket and ClassQuiz write such; the heading is found by its words wherever it stands, in the languages of their templates.
 */
export interface AnswerSheet {
  header: { at: number; columns: AnswerColumns };
  table: Table;
}

interface AnswerColumns {
  prompt: number;
  answers: number[];
  time: number | undefined;
  correct: number;
}

/** The first table with a row in which all of `signs` are found, each in a cell of its own. */
export function findSheet({ tables }: Source, signs: readonly RegExp[]): AnswerSheet | null {
  for (const table of tables) {
    for (const [at, row] of table.rows.slice(0, HEADER_WITHIN_ROWS).entries()) {
      const headings = row.cells.map(headingOf);
      if (!signs.every((sign) => headings.some((heading) => sign.test(heading)))) continue;
      const columns = columnsOf(headings);
      if (columns) return { header: { at, columns }, table };
    }
  }
  return null;
}

const HEADER_WITHIN_ROWS = 60;

const QUESTION =
  /^(question|frage|pregunta|pergunta|domanda|vraag|pytanie|spørsmål|fråga|soru|câu hỏi|السؤال)/;
const ANSWER =
  /^(?:\d(?:st|nd|rd|th) )?(answer|antwort|respuesta|réponse|resposta|risposta|antwoord|odpowied[źz]|svar|cevap)\b/;
const TIME = /^(time|zeit|tiempo|límite|limite|temps|durée|tempo|tijd|limit|süre)/;
const CORRECT =
  /^(correct|richtige|respuestas? correcta|bonne|réponses? correcte|respostas? corret|risposte? corrett|juiste|prawidłow|riktig|rätt|doğru)/;

function columnsOf(headings: readonly string[]): AnswerColumns | null {
  const correct = headings.findIndex((heading) => CORRECT.test(heading));
  // A number of the question may stand before its text.
  const prompt = headings.findIndex(
    (heading) => QUESTION.test(heading) && !/^question ?(#|no\b|number)/.test(heading),
  );
  const answers = headings.flatMap((heading, at) => (ANSWER.test(heading) && at !== correct ? [at] : []));
  if (correct < 0 || prompt < 0 || answers.length < 2) return null;
  const time = headings.findIndex((heading) => TIME.test(heading));
  return { prompt, answers, correct, time: time < 0 ? undefined : time };
}

export function readSheet({ header, table }: AnswerSheet, about: Partial<FoundQuiz> = {}): FoundQuiz {
  const rows = table.rows.slice(header.at + 1).filter((row) => hasContent(row, header.columns));
  return { title: "", ...about, found: rows.map((row) => foundOf(row, header.columns)) };
}

/** Templates number rows that are still empty. */
function hasContent(row: TableRow, { prompt, answers }: AnswerColumns): boolean {
  return !isBlank(row) && [prompt, ...answers].some((column) => cellAt(row, column) !== "");
}

function foundOf(row: TableRow, columns: AnswerColumns): Found {
  const prompt = cellAt(row, columns.prompt);
  const texts = columns.answers.map((column) => cellAt(row, column));
  // The numbers of right answers count empty ones too.
  const { options, changes, refusal } = markRight(texts, cellAt(row, columns.correct));
  const time = cellAt(row, columns.time);
  const seconds = time === "" ? null : readNumber(time.replace(/ ?(s|sec|secs|seconds)\.?$/i, ""));
  if (time !== "" && seconds === null)
    changes.push(`The time limit “${time.slice(0, 40)}” is not a number, so it became 20 s.`);
  const filled = options.filter(({ text }) => text !== "");
  const right = filled.filter(({ correct }) => correct).length;
  const named = options.filter(({ correct }) => correct).length;
  return {
    row: row.row,
    given: givenOf(row),
    changes,
    ...(refusal
      ? { refusal }
      : named > right
        ? { refusal: "An answer that is empty is named as right." }
        : {}),
    question: {
      kind: right > 1 ? "multiple" : "single",
      prompt,
      options: filled,
      ...(seconds === null ? {} : { timeLimitMs: seconds * 1000 }),
      plainText: hasMarkSigns(prompt, ...texts),
    },
  };
}
