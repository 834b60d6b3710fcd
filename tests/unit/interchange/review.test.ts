import { expect, test } from "vitest";
import { answerWords } from "#components/interchange/import/answer-words.ts";
import {
  changeReview,
  countRows,
  isWorkedOn,
  quizzesToMake,
  type Review,
  type ReviewChange,
  reviewOf,
  rowState,
} from "#components/interchange/import/review.ts";
import { countWords } from "#components/interchange/import/review-step.tsx";
import { newQuestion } from "#components/quiz-editor/new-question.ts";
import type { ReadQuiz, ReadRow } from "#lib/interchange/read/shapes.ts";
import type { DraftOf } from "#lib/quiz/drafts/quiz-draft.ts";
import { kindNames } from "#lib/quiz/kinds/registry.ts";

const choice = (prompt: string, right = 0): DraftOf<"single"> => ({
  kind: "single",
  prompt,
  timeLimitMs: 20_000,
  points: 1,
  options: ["Paris", "Lyon"].map((text, at) => ({ text, correct: at === right })),
});
const read = (row: number, rest: Partial<ReadRow>): ReadRow => ({
  row,
  status: "ok",
  messages: [],
  given: `Row ${row}`,
  question: null,
  draft: null,
  ...rest,
});
const NOTHING_RIGHT = 9;

/** Three questions, one of them changed; a draft that marks nothing as right; a row of which nothing was understood. */
const CAPITALS: ReadQuiz = {
  title: "Capitals",
  quiz: { title: "Capitals", questions: [choice("France?"), choice("Spain?"), choice("Italy?")] },
  messages: [],
  rows: [
    read(9, { question: 0 }),
    read(10, { status: "refused", messages: ["No right answer."], draft: choice("Oslo?", NOTHING_RIGHT) }),
    read(11, { status: "changed", messages: ["25 seconds became 30."], question: 1 }),
    read(12, { status: "refused", messages: ["There is no question in this row."] }),
    read(13, { question: 2 }),
  ],
};

const after = (review: Review, ...changes: ReviewChange[]) => changes.reduce(changeReview, review);
const rowOf = (review: Review, number: number) => {
  const row = review.quizzes.flatMap(({ rows }) => rows).find(({ row }) => row === number);
  if (!row) throw new Error(`no row ${number}`);
  return row;
};
const prompts = (review: Review) =>
  quizzesToMake(review).map(({ quiz }) => quiz.questions.map(({ prompt }) => prompt));

test("[IMU2] every row stands where it stood, with what was understood of it, and is counted as what it is", () => {
  const review = reviewOf([CAPITALS], "en");
  expect(review.quizzes[0]?.rows.map((row) => [row.row, row.question?.prompt, rowState(row)])).toEqual([
    [9, "France?", "ok"],
    [10, "Oslo?", "refused"],
    [11, "Spain?", "changed"],
    [12, undefined, "refused"],
    [13, "Italy?", "ok"],
  ]);
  expect(countWords(countRows(review.quizzes))).toBe("5 questions · 1 changed · 2 refused");
  expect(isWorkedOn(review)).toBe(false);
  expect(prompts(review)).toEqual([["France?", "Spain?", "Italy?"]]);
});

test("[IMU3] a mended row comes in at its own place; one that is still wrong, or left out, does not", () => {
  const review = reviewOf([CAPITALS], "en");
  const { key } = rowOf(review, 10);
  const half = after(review, { change: "write", key, question: choice("Oslo?!", NOTHING_RIGHT) });
  expect(rowState(rowOf(half, 10))).toBe("refused");
  expect(prompts(half)).toEqual([["France?", "Spain?", "Italy?"]]);

  const mended = after(half, { change: "write", key, question: choice("Oslo?") });
  expect(countWords(countRows(mended.quizzes))).toBe("5 questions · 1 changed · 1 refused · 1 fixed");
  expect(prompts(mended)).toEqual([["France?", "Oslo?", "Spain?", "Italy?"]]);
  expect(isWorkedOn(mended)).toBe(true);

  const without = after(mended, { change: "leaveOut", key: rowOf(mended, 11).key, leftOut: true });
  expect(countWords(countRows(without.quizzes))).toBe("5 questions · 1 refused · 1 fixed · 1 left out");
  expect(prompts(without)).toEqual([["France?", "Oslo?", "Italy?"]]);
  const back = after(without, { change: "leaveOut", key: rowOf(mended, 11).key, leftOut: false });
  expect(prompts(back)).toEqual(prompts(mended));
});

test("[IMU3] a row of which nothing was understood is begun anew, as any kind", () => {
  const review = reviewOf([CAPITALS], "en");
  const { key } = rowOf(review, 12);
  const begun = after(review, { change: "begin", key }, { change: "convert", key, kind: "truefalse" });
  expect(rowState(rowOf(begun, 12))).toBe("refused");
  const question: DraftOf<"truefalse"> = {
    kind: "truefalse",
    prompt: "Rome is in Italy.",
    correct: true,
    timeLimitMs: 20_000,
    points: 1,
  };
  expect(rowState(rowOf(after(begun, { change: "write", key, question }), 12))).toBe("mended");
});

test("[IMU4] of several quizzes those are made that are chosen and have a question, under the ids they keep", () => {
  const empty = {
    ...CAPITALS,
    quiz: { title: "Empty", questions: [] },
    rows: [read(1, { status: "refused" })],
  };
  const review = reviewOf([CAPITALS, empty, CAPITALS], "fr");
  const [first, , third] = review.quizzes;
  expect(quizzesToMake(review).map(({ id }) => id)).toEqual([first?.id, third?.id]);
  const one = after(
    review,
    { change: "take", id: first?.id ?? "", taken: false },
    { change: "title", id: third?.id ?? "", title: "Third" },
  );
  expect(quizzesToMake(one)).toEqual([
    { id: third?.id, quiz: { ...CAPITALS.quiz, title: "Third", language: "fr" } },
  ]);
});

test("[IMU2] of every kind the right answer is told in words, where there is one", () => {
  const words = kindNames.map((kind) => [kind, answerWords(newQuestion(kind)).right]);
  // A new question marks nothing as right; what is sorted is right as it stands.
  expect(
    words.filter(([kind, right]) => !["order", "match"].includes(String(kind)) && right?.length),
  ).toEqual([]);
  expect(answerWords(choice("France?"))).toEqual({ right: ["Paris"], others: ["Lyon"] });
  const number: DraftOf<"number"> = { ...(newQuestion("number") as DraftOf<"number">), correct: 88 };
  expect(answerWords({ ...number, tolerance: 2, unit: "keys" }).right).toEqual(["88 ± 2 keys"]);
});
