import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Found, FoundQuestion, FoundQuiz } from "../found.ts";
import { IMPORT_LIMITS } from "../limits.ts";
import { htmlTexts } from "../source/html-text.ts";
import { isGzip, type Source } from "../source/source.ts";
import { Unreadable } from "../unreadable.ts";
import { type AnswerSheet, findSheet, readSheet } from "./answer-sheet.ts";

/** ClassQuiz: its own `.cqa` (JSON in gzip, then pictures), and its sheet, with the title in C5 and the description in C6. */
export function isClassQuiz(source: Source): boolean {
  return isGzip(source) || isFile(source.json) || sheetOf(source) !== null;
}

export function readClassQuiz(source: Source): FoundQuiz[] {
  if (isGzip(source)) return quizOf(unpacked(source.bytes));
  if (isFile(source.json)) return quizOf(source.json);
  const sheet = sheetOf(source);
  if (!sheet) return [];
  const beside = (name: string) =>
    sheet.table.rows
      .slice(0, sheet.header.at)
      .map(({ cells }) => cells[cells.findIndex((cell) => cell.trim() === name) + 1] ?? "")
      .find((cell, at) => cell !== "" && sheet.table.rows[at]?.cells.some((each) => each.trim() === name));
  return [readSheet(sheet, { title: beside("Title") ?? "", description: beside("Description") })];
}

function sheetOf(source: Source): AnswerSheet | null {
  return findSheet(source, [/^question$/, /^1st answer$/, /^correct answers$/]);
}

const QUIZ_ENDS = Buffer.from([0xc7, 0xc7, 0xc7, 0x00]);

function unpacked(bytes: Uint8Array): unknown {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.indexOf(QUIZ_ENDS);
  const packed = end < 0 ? file : file.subarray(0, end);
  try {
    return JSON.parse(gunzipSync(packed, { maxOutputLength: IMPORT_LIMITS.bytes }).toString("utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new Unreadable("This file is packed like a zip bomb: it unpacks to more than 20 MB.");
    throw new Unreadable("This gzip file does not hold a ClassQuiz quiz, or it is damaged. Export it again.");
  }
}

const choice = z.object({ answer: z.string(), right: z.boolean().optional(), image: z.unknown().optional() });
const questionSchema = z.object({
  question: z.string(),
  time: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
  image: z.unknown().optional(),
  answers: z.unknown().optional(),
});
const fileSchema = z.object({
  title: z.string(),
  description: z.string().nullish(),
  questions: z.array(z.unknown()),
});

function isFile(json: unknown): boolean {
  const file = fileSchema.safeParse(json);
  if (!file.success) return false;
  const [first] = file.data.questions;
  return (
    questionSchema.safeParse(first).success &&
    typeof first === "object" &&
    first !== null &&
    "answers" in first &&
    "question" in first &&
    !("solutions" in first || "solution" in first)
  );
}

function quizOf(json: unknown): FoundQuiz[] {
  const file = fileSchema.safeParse(json);
  if (!file.success) throw new Unreadable("This file does not hold a ClassQuiz quiz.");
  const { title, description, questions } = file.data;
  const { texts } = htmlTexts([title, description ?? ""]);
  return [{ title: texts[0] ?? "", description: texts[1], found: questions.map(foundOf) }];
}

function foundOf(raw: unknown, at: number): Found {
  const row = at + 1;
  const parsed = questionSchema.safeParse(raw);
  if (!parsed.success)
    return {
      row,
      given: JSON.stringify(raw)?.slice(0, 300) ?? "",
      refusal: "This is not a ClassQuiz question.",
    };
  const { question: prompt, time, type, image, answers } = parsed.data;
  const changes: string[] = [];
  if (image !== null && image !== undefined && image !== "")
    changes.push("The picture was left out; add it again.");
  const seconds = time === null || time === undefined ? Number.NaN : Number(time);
  const base = { prompt, ...(Number.isFinite(seconds) ? { timeLimitMs: seconds * 1000 } : {}) };
  const own = ownOf(type ?? "ABCD", answers, changes);
  if (typeof own === "string") return { row, given: prompt, refusal: own, changes };
  const words = htmlTexts([prompt, ...(own.options ?? []).map(({ text }) => text)]);
  const [text = "", ...options] = words.texts;
  return {
    row,
    given: prompt,
    changes: [...changes, ...words.changes],
    question: {
      ...base,
      ...own,
      prompt: text,
      plainText: words.plainText,
      ...(own.options
        ? { options: own.options.map((option, i) => ({ ...option, text: options[i] ?? "" })) }
        : {}),
    },
  };
}

type Own = Omit<FoundQuestion, "prompt">;

/** What the type of a question means here, or why it cannot be one. */
function ownOf(type: string, answers: unknown, changes: string[]): Own | string {
  const list = z.array(choice).safeParse(answers);
  const choices = list.success ? list.data : null;
  if (choices?.some(({ image }) => image))
    changes.push("The pictures of options were left out; add them again.");
  switch (type) {
    case "ABCD":
    case "CHECK": {
      if (!choices) break;
      const options = choices.map(({ answer, right = false }) => ({ text: answer, correct: right }));
      const right = options.filter(({ correct }) => correct).length;
      if (type === "ABCD" && right > 1)
        changes.push("Several options are right, so it became multiple choice.");
      return { kind: type === "CHECK" || right > 1 ? "multiple" : "single", options };
    }
    case "VOTING":
      if (!choices) break;
      return { kind: "poll", options: choices.map(({ answer }) => ({ text: answer })) };
    case "TEXT":
      if (!choices) break;
      return { kind: "text", accepted: choices.map(({ answer }) => answer) };
    case "ORDER":
      if (!choices) break;
      return { kind: "order", items: choices.map(({ answer }) => answer) };
    case "RANGE": {
      const range = z
        .object({ min: z.number(), max: z.number(), min_correct: z.number(), max_correct: z.number() })
        .safeParse(answers);
      if (!range.success) break;
      const { min, max, min_correct: from, max_correct: to } = range.data;
      const correct = (from + to) / 2;
      const step = Number.isInteger(correct) ? 1 : 0.5;
      return {
        kind: "slider",
        fields: { min, max, step, correct, margin: (to - from) / 2, partialCredit: false },
      };
    }
    case "SLIDE":
      changes.push("The drawing on the slide was left out; its title stays.");
      return { kind: "slide" };
    default:
      return `There is no kind here for ClassQuiz’s “${type.slice(0, 40)}”.`;
  }
  return `The answers of this question (${type}) cannot be read.`;
}
