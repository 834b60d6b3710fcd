import { z } from "zod";
import { sameJson } from "../kernel/same-json.ts";

/** Names a question within its quiz. */
export const questionId = z
  .string("This must be text.")
  .regex(/^[\w-]{1,40}$/, "An id has 1 to 40 letters, digits, - and _.")
  .describe("Stays with the question while it is moved and changed; given where it is left out.");

interface Named {
  id?: string | undefined;
  kind: string;
  prompt: string;
}

/**
 * The questions, each with an id of its own. One that came without an id, or with one that another has, takes the id of
 * the same question in `before`: the one with the same content, else the one with the same prompt. All others get `fresh`.
 */
export function withQuestionIds<Q extends Named>(
  questions: readonly Q[],
  before: readonly Named[],
  fresh: () => string,
): (Q & { id: string })[] {
  const taken = new Set<string>();
  const own = questions.map(({ id }) => (id === undefined || taken.has(id) ? undefined : take(taken, id)));
  const inherit = (matches: (question: Q, earlier: Named) => boolean) => {
    for (const [at, question] of questions.entries()) {
      if (own[at] !== undefined) continue;
      const same = before.find(
        (earlier) =>
          earlier.id !== undefined &&
          !taken.has(earlier.id) &&
          likely(question, earlier) &&
          matches(question, earlier),
      );
      if (same?.id !== undefined) own[at] = take(taken, same.id);
    }
  };
  inherit((question, earlier) => sameJson({ ...question, id: undefined }, { ...earlier, id: undefined }));
  inherit(() => true);
  return questions.map((question, at) => ({ ...question, id: own[at] ?? unused(taken, fresh) }));
}

/** Ids for questions that were stored without: by their place, so that everybody who reads them agrees. */
export function countedIds(): () => string {
  let count = 0;
  return () => `q${++count}`;
}

function likely(question: Named, earlier: Named): boolean {
  return question.kind === earlier.kind && question.prompt === earlier.prompt;
}

function unused(taken: Set<string>, fresh: () => string): string {
  let id = fresh();
  while (taken.has(id)) id = fresh();
  return take(taken, id);
}

function take(taken: Set<string>, id: string): string {
  taken.add(id);
  return id;
}
