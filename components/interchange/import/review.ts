import { withoutEmptyEnd } from "#components/quiz-editor/draft.ts";
import { convertQuestion, newQuestion } from "#components/quiz-editor/new-question.ts";
import type { ReadQuiz, ReadRow } from "#lib/interchange/read/shapes.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { QuestionDraft, QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { type KindName, questionSchema } from "#lib/quiz/kinds/registry.ts";
import { type Problem, plainMessage, problemsOf } from "#lib/quiz/problems.ts";

/** The content of a file, as its host looks through it: nothing is stored before it is imported. */
export interface Review {
  quizzes: ReviewedQuiz[];
}

export interface ReviewedQuiz {
  /** The id it will have, so that making it twice makes one. */
  id: string;
  title: string;
  /** Whether it is imported. */
  taken: boolean;
  about: Omit<QuizDraft, "title" | "questions">;
  /** Notes about it as a whole. */
  messages: readonly string[];
  rows: ReviewedRow[];
}

export interface ReviewedRow {
  key: string;
  /** Where it stands in the file. */
  row: number;
  status: ReadRow["status"];
  /** The changes made, or the reasons for the refusal. */
  messages: readonly string[];
  /** The text in the file. */
  given: string;
  /** As it was understood and mended; null where nothing of it was understood. */
  question: QuestionDraft | null;
  mended: boolean;
  leftOut: boolean;
}

/** How a row stands now. "refused": it must be mended, or it is not imported. */
export type RowState = "ok" | "changed" | "refused" | "mended" | "leftOut";

export type ReviewChange =
  | { change: "title"; id: string; title: string }
  | { change: "take"; id: string; taken: boolean }
  | { change: "write"; key: string; question: QuestionDraft }
  | { change: "convert"; key: string; kind: KindName }
  /** As a new question, where nothing was understood. */
  | { change: "begin"; key: string }
  | { change: "leaveOut"; key: string; leftOut: boolean };

export function reviewOf(quizzes: readonly ReadQuiz[], language: string): Review {
  return {
    quizzes: quizzes.map(({ title, quiz: { questions, title: _, ...about }, rows, messages }) => ({
      id: newId(),
      title,
      taken: true,
      about: { language, ...about },
      messages,
      rows: rows.map(({ question, draft, ...row }) => ({
        ...row,
        key: newId(),
        question: question === null ? draft : (questions[question] ?? null),
        mended: false,
        leftOut: false,
      })),
    })),
  };
}

export function changeReview(review: Review, action: ReviewChange): Review {
  switch (action.change) {
    case "title":
      return quizChanged(review, action.id, (quiz) => ({ ...quiz, title: action.title }));
    case "take":
      return quizChanged(review, action.id, (quiz) => ({ ...quiz, taken: action.taken }));
    case "write":
      return rowChanged(review, action.key, (row) => ({ ...row, question: action.question, mended: true }));
    case "convert":
      return rowChanged(review, action.key, (row) => ({
        ...row,
        question: row.question && convertQuestion(row.question, action.kind),
        mended: true,
      }));
    case "begin":
      return rowChanged(review, action.key, (row) => ({
        ...row,
        question: row.question ?? newQuestion("single"),
      }));
    case "leaveOut":
      return rowChanged(review, action.key, (row) => ({ ...row, leftOut: action.leftOut }));
    default:
      return action satisfies never;
  }
}

export function rowState({ status, question, mended, leftOut }: ReviewedRow): RowState {
  if (leftOut) return "leftOut";
  if (!question || questionProblems(question).length > 0) return "refused";
  if (mended) return "mended";
  // A refused row without a problem of its own waits until the host has looked at it.
  return status;
}

/** The problems that keep it from being played, with their places. Cached by question: most stay unchanged. */
export function questionProblems(question: QuestionDraft): readonly Problem[] {
  const known = PROBLEMS.get(question);
  if (known) return known;
  const parsed = questionSchema.safeParse(withoutEmptyEnd(question), { error: plainMessage });
  const problems = parsed.success ? [] : problemsOf(parsed.error);
  PROBLEMS.set(question, problems);
  return problems;
}

const PROBLEMS = new WeakMap<QuestionDraft, readonly Problem[]>();

export type Counts = Record<RowState, number> & { all: number; taken: number };

/** Of the rows of these quizzes; `taken` are those that would be imported. */
export function countRows(quizzes: readonly ReviewedQuiz[]): Counts {
  const counts = { ok: 0, changed: 0, refused: 0, mended: 0, leftOut: 0, all: 0, taken: 0 };
  for (const row of quizzes.flatMap(({ rows }) => rows)) {
    const state = rowState(row);
    counts[state]++;
    counts.all++;
    if (isTaken(state)) counts.taken++;
  }
  return counts;
}

function isTaken(state: RowState): boolean {
  return state !== "refused" && state !== "leftOut";
}

/** The quizzes to import: those that are chosen and have a question. */
export function quizzesToMake(review: Review): { id: string; quiz: QuizDraft }[] {
  return review.quizzes
    .filter(({ taken }) => taken)
    .map(({ id, title, about, rows }) => ({
      id,
      quiz: {
        title,
        ...about,
        questions: rows.flatMap((row) =>
          row.question && isTaken(rowState(row)) ? [withoutEmptyEnd(row.question)] : [],
        ),
      },
    }))
    .filter(({ quiz }) => quiz.questions.length > 0);
}

/** Something here would be lost with the page. */
export function isWorkedOn(review: Review): boolean {
  return review.quizzes.some(({ rows }) => rows.some(({ mended, leftOut }) => mended || leftOut));
}

function quizChanged(review: Review, id: string, change: (quiz: ReviewedQuiz) => ReviewedQuiz): Review {
  return { quizzes: review.quizzes.map((quiz) => (quiz.id === id ? change(quiz) : quiz)) };
}

function rowChanged(review: Review, key: string, change: (row: ReviewedRow) => ReviewedRow): Review {
  return {
    quizzes: review.quizzes.map((quiz) =>
      quiz.rows.some((row) => row.key === key)
        ? { ...quiz, rows: quiz.rows.map((row) => (row.key === key ? change(row) : row)) }
        : quiz,
    ),
  };
}
