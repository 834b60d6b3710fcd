import { sameJson } from "#lib/kernel/same-json.ts";
import { mergeDrafts } from "#lib/quiz/drafts/merge-drafts.ts";
import { type Draft, placeOf, quizOf, withQuiz } from "../draft.ts";

/**
 * What can be undone and done again: each step with the draft before and after it. Drafts share what they have in common, so
 * a step costs what it changed. Where another window's changes were taken in since, a step takes back its own change
 * alone, question by question, and leaves what others made of the same question.
 */
export interface Steps {
  done: Step[];
  undone: Step[];
}

interface Step {
  before: Draft;
  after: Draft;
  /** The field that was typed into; null for what is a step by itself. */
  field: string | null;
  /** Of its last key. */
  atMs: number;
}

type Change = { change: string; key?: string; question?: unknown; atMs?: number };

export const NO_STEPS: Steps = { done: [], undone: [] };

/** Typing in one field is one step until it rests so long. */
const REST_MS = 1_000;
/** Of what was done before, so many can be undone. */
const STEPS_MAX = 200;

/** The steps after a change. What only shows another question is none. */
export function taken(steps: Steps, before: Draft, after: Draft, change: Change): Steps {
  if (sameContent(before, after)) return steps;
  const { atMs = 0 } = change;
  const field = atMs === 0 ? null : typedField(change, before);
  const last = steps.done.at(-1);
  const goesOn = last && field !== null && last.field === field && sameContent(last.after, before);
  if (goesOn && atMs - last.atMs < REST_MS)
    return { done: [...steps.done.slice(0, -1), { ...last, after, atMs }], undone: [] };
  return { done: [...steps.done, { before, after, field, atMs }].slice(-STEPS_MAX), undone: [] };
}

/** The draft with one change less or, the other way round, once more. Null when there is none. */
export function undo(steps: Steps, draft: Draft): { steps: Steps; draft: Draft } | null {
  const step = steps.done.at(-1);
  if (!step) return null;
  const next = changed(draft, step.after, step.before);
  return { draft: next, steps: { done: steps.done.slice(0, -1), undone: [...steps.undone, step] } };
}

export function redo(steps: Steps, draft: Draft): { steps: Steps; draft: Draft } | null {
  const step = steps.undone.at(-1);
  if (!step) return null;
  const next = changed(draft, step.before, step.after);
  return { draft: next, steps: { done: [...steps.done, step], undone: steps.undone.slice(0, -1) } };
}

/** `draft` with the change that leads from one draft to the other; the question it is about is on the desk. */
function changed(draft: Draft, from: Draft, to: Draft): Draft {
  const next = sameContent(draft, from)
    ? to
    : withQuiz(draft, mergeDrafts({ base: quizOf(from), mine: quizOf(draft), theirs: quizOf(to) }).merged);
  const known = new Map(from.questions.map((each) => [each.key, each]));
  const touched = to.questions.find((each) => known.get(each.key) !== each)?.key;
  const wanted = [touched, draft.selected, to.selected].find((key) => key && placeOf(next, key) >= 0);
  return { ...next, selected: wanted ?? next.questions[0]?.key ?? null };
}

function sameContent(a: Draft, b: Draft): boolean {
  return (
    a.questions === b.questions &&
    a.title === b.title &&
    a.description === b.description &&
    a.language === b.language
  );
}

function typedField(change: Change, before: Draft): string | null {
  if (change.change === "title" || change.change === "description") return change.change;
  if (change.change !== "write" || change.key === undefined) return null;
  const old = before.questions[placeOf(before, change.key)]?.question;
  const path = old && typedPath(old, change.question);
  return path ? `${change.key}${path}` : null;
}

/** Where two questions differ, if they differ in a single text: "/options/1/text". */
function typedPath(before: unknown, after: unknown): string | null {
  if (typeof before === "string" || typeof after === "string")
    return isText(before) && isText(after) ? "/" : null;
  if (typeof before !== "object" || typeof after !== "object" || !before || !after) return null;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const [left, right] = [before, after] as Record<string, unknown>[] as [Fields, Fields];
  const different = names.filter((name) => !sameJson(left[name], right[name]));
  const [name] = different;
  if (name === undefined || different.length > 1) return null;
  const inside = typedPath(left[name], right[name]);
  return inside && `/${name}${inside}`;
}

type Fields = Record<string, unknown>;
/** A text that begins or is emptied may have been left out. */
const isText = (value: unknown) => typeof value === "string" || value === undefined;
