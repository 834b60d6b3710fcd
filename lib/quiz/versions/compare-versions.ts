import { sameJson } from "../../kernel/same-json.ts";
import type { NamedDraft, NamedQuestion } from "../drafts/merge-drafts.ts";

/** The differences between two versions of a quiz. */
export interface Comparison {
  whole: { about: "title" | "description" | "language"; before: string; after: string }[];
  /** In the later order; those that went stand where they stood. */
  questions: QuestionChange[];
  /** Questions that both have stand in another order. */
  reordered: boolean;
}

export type QuestionChange =
  | { id: string; change: "added"; place: number; after: NamedQuestion }
  | { id: string; change: "removed"; place: number; before: NamedQuestion }
  | { id: string; change: "changed"; place: number; before: NamedQuestion; after: NamedQuestion };

const TEXTS = ["title", "description", "language"] as const;

/** `place` is a question's, from 0, in the later version, or in the earlier one where it is gone. */
export function compareVersions(before: NamedDraft, after: NamedDraft): Comparison {
  const [earlier, later] = [before, after].map(
    ({ questions }) => new Map(questions.map((question, place) => [question.id, { question, place }])),
  ) as [Places, Places];
  const shared = (quiz: NamedDraft, other: Places) =>
    quiz.questions.map(({ id }) => id).filter((id) => other.has(id));
  const changes = after.questions.flatMap((question, place): QuestionChange[] => {
    const { id } = question;
    const old = earlier.get(id)?.question;
    if (!old) return [{ id, change: "added", place, after: question }];
    return sameJson(old, question) ? [] : [{ id, change: "changed", place, before: old, after: question }];
  });
  const gone = before.questions.flatMap((question, place): QuestionChange[] =>
    later.has(question.id) ? [] : [{ id: question.id, change: "removed", place, before: question }],
  );
  return {
    whole: TEXTS.flatMap((about) => {
      const [old, now] = [before[about] ?? "", after[about] ?? ""];
      return old === now ? [] : [{ about, before: old, after: now }];
    }),
    questions: [...changes, ...gone].sort((a, b) => a.place - b.place),
    reordered: !sameJson(shared(before, later), shared(after, earlier)),
  };
}

type Places = Map<string, { question: NamedQuestion; place: number }>;
