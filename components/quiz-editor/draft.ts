import { newId } from "#lib/kernel/ids.ts";
import { sameJson } from "#lib/kernel/same-json.ts";
import type { NamedDraft, NamedQuestion } from "#lib/quiz/drafts/merge-drafts.ts";
import { parseDraft, type QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { LIMITS } from "#lib/quiz/fields.ts";
import { KINDS, type KindName } from "#lib/quiz/kinds/registry.ts";
import { convertQuestion, newQuestion } from "./new-question.ts";

/** `key` is the question's id, which stays with it while it moves; the question itself goes without. */
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
  /** In the place of what it has become, or back where it was. */
  | { change: "put"; at: number; question: KeyedQuestion }
  | { change: "move"; key: string; to: number }
  /** Of many at once: they stay in their order. */
  | { change: "removeMany"; keys: readonly string[] }
  | { change: "moveMany"; keys: readonly string[]; to: BlockMove }
  | { change: "duplicateMany"; keys: readonly string[] }
  | { change: "setMany"; keys: readonly string[]; timeLimitMs?: number; points?: 0 | 1 | 2 }
  /** Behind the one on the desk, each a new one. */
  | { change: "addMany"; questions: readonly QuestionDraft[] };

export type BlockMove = "top" | "up" | "down" | "end";

export function draftOf(quiz: NamedDraft): Draft {
  const questions = quiz.questions.map(keyed);
  return {
    title: quiz.title,
    description: quiz.description ?? "",
    language: quiz.language,
    questions,
    selected: questions[0]?.key ?? null,
  };
}

/** Server and browser make the same one. */
export function emptyDraft(language: string | undefined): Draft {
  return draftOf({ title: "", language, questions: [{ ...newQuestion("single"), id: "q1" }] });
}

/** The quiz as it is checked and saved: options and items left empty at the end are left out, as the editor promises. */
export function quizOf({ title, description, language, questions }: Draft): NamedDraft {
  return {
    title,
    ...(description.trim() === "" ? {} : { description }),
    ...(language === undefined ? {} : { language }),
    questions: questions.map(({ key, question }) => ({ ...withoutEmptyEnd(question), id: key })),
  };
}

/** The quiz as it would be saved. A question that stayed as it was is not cleaned again: this is asked at every key. */
export function written(draft: Draft): NamedDraft {
  const whole = cleanQuiz(quizOf({ ...draft, questions: [] }));
  return { ...whole, questions: draft.questions.map(cleaned) };
}

const cleanOnes = new WeakMap<KeyedQuestion, NamedQuestion>();

function cleaned(each: KeyedQuestion): NamedQuestion {
  const before = cleanOnes.get(each);
  if (before) return before;
  const [clean] = cleanQuiz(quizOf({ ...EMPTY, questions: [each] })).questions;
  cleanOnes.set(each, clean!);
  return clean!;
}

const EMPTY: Draft = { title: "", description: "", language: undefined, questions: [], selected: null };

/** As the server keeps it, so that both can be compared. What can never be kept stays as it is. */
export function cleanQuiz(quiz: NamedDraft): NamedDraft {
  const parsed = parseDraft(quiz);
  return parsed.ok ? (parsed.value as NamedDraft) : quiz;
}

/** The draft with this quiz in it. Questions that are the same stay as they are being typed. */
export function withQuiz(draft: Draft, quiz: NamedDraft): Draft {
  const known = new Map(written(draft).questions.map((question) => [question.id, question]));
  const typed = new Map(draft.questions.map((each) => [each.key, each]));
  const questions = quiz.questions.map(
    (question) => (sameJson(known.get(question.id), question) && typed.get(question.id)) || keyed(question),
  );
  const next = { ...draftOf(quiz), questions };
  if (questions.some(({ key }) => key === draft.selected)) return { ...next, selected: draft.selected };
  const place = Math.min(Math.max(placeOf(draft, draft.selected), 0), questions.length - 1);
  return { ...next, selected: questions[place]?.key ?? null };
}

export function keyed({ id, ...question }: NamedQuestion): KeyedQuestion {
  return { key: id, question: question as QuestionDraft };
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
    case "put": {
      const { at, question } = action;
      return placeOf(draft, question.key) < 0
        ? inserted(draft, at, question)
        : rewritten(draft, question.key, () => question.question);
    }
    case "move": {
      const moved = questions.find(({ key }) => key === action.key);
      if (!moved || action.to < 0 || action.to >= questions.length) return draft;
      const others = questions.filter(({ key }) => key !== action.key);
      return { ...draft, questions: others.toSpliced(action.to, 0, moved) };
    }
    case "removeMany":
    case "moveMany":
    case "duplicateMany":
    case "setMany":
    case "addMany":
      return changeMany(draft, action);
    default:
      return action satisfies never;
  }
}

type ManyChange = Extract<DraftChange, { change: `${string}Many` }>;

function changeMany(draft: Draft, action: ManyChange): Draft {
  const { questions } = draft;
  if (action.change === "addMany") return insertedAll(draft, placeAfterSelected(draft), action.questions);
  const chosen = new Set(action.keys);
  const [those, others] = [true, false].map((is) =>
    questions.filter(({ key }) => chosen.has(key) === is),
  ) as [KeyedQuestion[], KeyedQuestion[]];
  switch (action.change) {
    case "removeMany": {
      const next =
        others.find(({ key }) => placeOf(draft, key) > placeOf(draft, draft.selected)) ?? others.at(-1);
      const selected =
        draft.selected !== null && chosen.has(draft.selected) ? (next?.key ?? null) : draft.selected;
      return { ...draft, questions: others, selected };
    }
    case "moveMany": {
      const [first, last] = [those[0], those.at(-1)].map((each) => questions.indexOf(each as KeyedQuestion));
      if (first === undefined || last === undefined || first < 0) return draft;
      const before = first - 1;
      const behind = others.findIndex((each) => questions.indexOf(each) > last) + 1;
      const at = { top: 0, up: Math.max(before, 0), down: behind || others.length, end: others.length }[
        action.to
      ];
      return { ...draft, questions: others.toSpliced(at, 0, ...those) };
    }
    case "duplicateMany": {
      const last = questions.indexOf(those.at(-1) as KeyedQuestion);
      return insertedAll(
        draft,
        last + 1,
        those.map(({ question }) => question),
      );
    }
    case "setMany":
      return {
        ...draft,
        questions: questions.map((each) => (chosen.has(each.key) ? set(each, action) : each)),
      };
    default:
      return action satisfies never;
  }
}

/** A kind without points, such as a poll, gets none. */
function set(each: KeyedQuestion, { timeLimitMs, points }: Extract<ManyChange, { change: "setMany" }>) {
  const { key, question } = each;
  const timed = timeLimitMs === undefined ? question : { ...question, timeLimitMs };
  const scored = points !== undefined && KINDS[question.kind].scored ? { ...timed, points } : timed;
  return scored === question ? each : { key, question: scored as QuestionDraft };
}

/** As many of them as still fit. */
function insertedAll(draft: Draft, at: number, added: readonly QuestionDraft[]): Draft {
  const room = Math.max(0, LIMITS.questions.max - draft.questions.length);
  const fresh = added
    .slice(0, room)
    .map((question) => ({ key: newId(), question: structuredClone(question) }));
  const [first] = fresh;
  if (!first) return draft;
  return { ...draft, questions: draft.questions.toSpliced(at, 0, ...fresh), selected: first.key };
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

/** Without the options and items at the end that were left empty. */
export function withoutEmptyEnd(question: QuestionDraft): QuestionDraft {
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
