import { sameJson } from "../../kernel/same-json.ts";
import type { QuestionDraft, QuizDraft } from "./quiz-draft.ts";

/**
 * Two people, or one person in two windows, changed the same quiz. Compared with what both began from, question by
 * question: what one side changed is taken, and where both changed the same thing differently the merged quiz has mine
 * and the conflict has both. A question that one side deleted and the other changed stays until it is decided.
 */
export type Conflict =
  | { about: "title" | "description" | "language"; mine: string; theirs: string }
  /** Ids of the questions, in each side's order. */
  | { about: "order"; mine: string[]; theirs: string[] }
  /** Null on the side that deleted it. */
  | { about: "question"; id: string; mine: NamedQuestion | null; theirs: NamedQuestion | null };

export type NamedQuestion = QuestionDraft & { id: string };
export type NamedDraft = Omit<QuizDraft, "questions"> & { questions: NamedQuestion[] };

export interface Sides {
  /** The version both began from. */
  base: NamedDraft;
  mine: NamedDraft;
  theirs: NamedDraft;
}

export function mergeDrafts({ base, mine, theirs }: Sides): { merged: NamedDraft; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];

  function text(about: "title" | "description" | "language"): string | undefined {
    const side = changedSide(base[about] ?? "", mine[about] ?? "", theirs[about] ?? "");
    if (side === "both") conflicts.push({ about, mine: mine[about] ?? "", theirs: theirs[about] ?? "" });
    return side === "theirs" ? theirs[about] : mine[about];
  }

  function question(id: string): NamedQuestion | null {
    const [before, own, other] = [base, mine, theirs].map((quiz) => questionOf(quiz, id));
    const side = changedSide(before, own, other);
    if (side === "both") conflicts.push({ about: "question", id, mine: own ?? null, theirs: other ?? null });
    return (side === "theirs" ? other : side === "both" ? (own ?? other) : own) ?? null;
  }

  const merged = { title: text("title") ?? "", description: text("description"), language: text("language") };
  const orders = ordersOf({ base, mine, theirs });
  const side = changedSide(orders.base, orders.mine, orders.theirs);
  if (side === "both") conflicts.push({ about: "order", mine: orders.mine, theirs: orders.theirs });
  const [first, second] = side === "theirs" ? [theirs, mine] : [mine, theirs];
  const questions = woven(idsOf(first), idsOf(second)).flatMap((id) => question(id) ?? []);
  return { merged: { ...merged, questions }, conflicts };
}

/** The questions in this order; those it does not name stay behind the one they follow. */
export function inOrder(questions: readonly NamedQuestion[], order: readonly string[]): NamedQuestion[] {
  const here = new Map(questions.map((question) => [question.id, question]));
  const named = order.filter((id) => here.has(id));
  return woven(named, [...here.keys()]).flatMap((id) => here.get(id) ?? []);
}

/** Who changed it. Where both made the same change, there is nothing to decide. */
function changedSide(before: unknown, mine: unknown, theirs: unknown): "mine" | "theirs" | "both" {
  if (sameJson(mine, theirs) || sameJson(before, theirs)) return "mine";
  return sameJson(before, mine) ? "theirs" : "both";
}

/** The order of the questions that all three have: additions and deletions change no order. */
function ordersOf({ base, mine, theirs }: Sides) {
  const shared = idsOf(base).filter((id) => questionOf(mine, id) && questionOf(theirs, id));
  const order = (quiz: NamedDraft) => idsOf(quiz).filter((id) => shared.includes(id));
  return { base: order(base), mine: order(mine), theirs: order(theirs) };
}

/** `first`, and whatever only `second` has, each behind the one it follows there. */
function woven(first: readonly string[], second: readonly string[]): string[] {
  const ids = [...first];
  let place = 0;
  for (const id of second) {
    const at = ids.indexOf(id);
    if (at < 0) ids.splice(place, 0, id);
    place = at < 0 ? place + 1 : at + 1;
  }
  return ids;
}

function idsOf({ questions }: NamedDraft): string[] {
  return questions.map(({ id }) => id);
}

function questionOf({ questions }: NamedDraft, id: string): NamedQuestion | undefined {
  return questions.find((question) => question.id === id);
}
