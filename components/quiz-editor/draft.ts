import { newId } from "#lib/kernel/ids.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import type { KindName, Question } from "#lib/quiz/kinds/registry.ts";
import { convertQuestion, newQuestion } from "./new-question.ts";

/** A question while it is written: a number may still be missing. */
export type QuestionDraft = Unfinished<Question>;
type Unfinished<Q> = Q extends { kind: "number" }
  ? WithGaps<Q, "correct" | "tolerance">
  : Q extends { kind: "slider" }
    ? WithGaps<Q, "min" | "max" | "step" | "correct" | "margin">
    : Q;
type WithGaps<Q, Field extends string> = Omit<Q, Field> & Partial<Pick<Q, Field & keyof Q>>;

export type DraftOf<Kind extends KindName> = Extract<QuestionDraft, { kind: Kind }>;

/** `key` is the editor's own and stays with the question while it moves. */
export interface KeyedQuestion {
  key: string;
  question: QuestionDraft;
}

export interface Draft {
  title: string;
  description: string;
  /** As a BCP 47 tag; undefined for quizzes that name none. */
  language: string | undefined;
  questions: KeyedQuestion[];
  /** The key of the question on the desk; null only while there is none. */
  selected: string | null;
}

export type DraftChange =
  | { change: "title"; title: string }
  | { change: "description"; description: string }
  | { change: "language"; language: string }
  | { change: "select"; key: string }
  | { change: "add"; kind: KindName }
  | { change: "write"; key: string; question: QuestionDraft }
  | { change: "convert"; key: string; kind: KindName }
  | { change: "duplicate"; key: string }
  | { change: "remove"; key: string }
  | { change: "insert"; at: number; question: KeyedQuestion }
  | { change: "move"; key: string; to: number }
  | { change: "replace"; draft: Draft };

interface WrittenQuiz {
  title: string;
  description?: string | undefined;
  language?: string | undefined;
  questions: readonly QuestionDraft[];
}

/** Keys of a loaded quiz are counted, so that server and browser agree on them. */
export function draftOf(quiz: WrittenQuiz): Draft {
  const questions = quiz.questions.map((question, place) => ({ key: `q${place}`, question }));
  return {
    title: quiz.title,
    description: quiz.description ?? "",
    language: quiz.language,
    questions,
    selected: questions[0]?.key ?? null,
  };
}

export function emptyDraft(language: string | undefined): Draft {
  return draftOf({ title: "", language, questions: [newQuestion("single")] });
}

/** What is checked and saved: options and items left empty at the end are left out, as the editor promises. */
export function inputOf({ title, description, language, questions }: Draft): unknown {
  return {
    title,
    ...(description.trim() === "" ? {} : { description }),
    ...(language === undefined ? {} : { language }),
    questions: questions.map(({ question }) => withoutEmptyEnd(question)),
  };
}

export function changeDraft(draft: Draft, action: DraftChange): Draft {
  const { questions } = draft;
  switch (action.change) {
    case "title":
      return { ...draft, title: action.title };
    case "description":
      return { ...draft, description: action.description };
    case "language":
      return { ...draft, language: action.language };
    case "select":
      return { ...draft, selected: action.key };
    case "add":
      return inserted(draft, placeAfterSelected(draft), { key: newId(), question: newQuestion(action.kind) });
    case "write":
      return rewritten(draft, action.key, () => action.question);
    case "convert":
      return rewritten(draft, action.key, (question) => convertQuestion(question, action.kind));
    case "duplicate": {
      const place = placeOf(draft, action.key);
      const original = questions[place];
      if (!original) return draft;
      return inserted(draft, place + 1, { key: newId(), question: structuredClone(original.question) });
    }
    case "remove": {
      const place = placeOf(draft, action.key);
      const left = questions.filter(({ key }) => key !== action.key);
      const neighbor = left[Math.min(place, left.length - 1)];
      return {
        ...draft,
        questions: left,
        selected: draft.selected === action.key ? (neighbor?.key ?? null) : draft.selected,
      };
    }
    case "insert":
      return inserted(draft, action.at, action.question);
    case "move": {
      const moved = questions.find(({ key }) => key === action.key);
      if (!moved || action.to < 0 || action.to >= questions.length) return draft;
      const others = questions.filter(({ key }) => key !== action.key);
      return { ...draft, questions: others.toSpliced(action.to, 0, moved) };
    }
    case "replace":
      return action.draft;
    default:
      return action satisfies never;
  }
}

export function placeOf(draft: Draft, key: string | null): number {
  return draft.questions.findIndex((each) => each.key === key);
}

function placeAfterSelected(draft: Draft): number {
  const place = placeOf(draft, draft.selected);
  return place < 0 ? draft.questions.length : place + 1;
}

function inserted(draft: Draft, at: number, question: KeyedQuestion): Draft {
  if (draft.questions.length >= LIMITS.questions.max) return draft;
  return { ...draft, questions: draft.questions.toSpliced(at, 0, question), selected: question.key };
}

function rewritten(draft: Draft, key: string, write: (question: QuestionDraft) => QuestionDraft): Draft {
  return {
    ...draft,
    questions: draft.questions.map((each) =>
      each.key === key ? { key, question: write(each.question) } : each,
    ),
  };
}

function withoutEmptyEnd(question: QuestionDraft): QuestionDraft {
  if (question.kind === "order") {
    return { ...question, items: trimmedEnd(question.items, LIMITS.items.min, (item) => item.trim() === "") };
  }
  if (question.kind === "match") {
    const { pairs } = question;
    const kept = trimmedEnd(pairs, LIMITS.pairs.min, ({ item, group }) => `${item}${group}`.trim() === "");
    return { ...question, pairs: kept };
  }
  if (question.kind === "poll") {
    const options = trimmedEnd(question.options, LIMITS.options.min, isEmpty);
    return { ...question, options };
  }
  if (question.kind === "single" || question.kind === "multiple") {
    const { options } = question;
    const kept = trimmedEnd(options, LIMITS.options.min, (o) => isEmpty(o) && !o.correct);
    return { ...question, options: kept };
  }
  return question;
}

function isEmpty({ text, image }: { text: string; image?: unknown }): boolean {
  return text.trim() === "" && !image;
}

function trimmedEnd<T>(list: readonly T[], min: number, empty: (item: T) => boolean): T[] {
  let end = list.length;
  while (end > min && empty(list[end - 1] as T)) end--;
  return list.slice(0, end);
}
