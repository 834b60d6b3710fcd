import { z } from "zod";
import { shuffled } from "../../../kernel/random.ts";
import { draftFields, LIMITS, pointsField, questionFields, requiredText } from "../../fields.ts";
import type { Grade, QuestionKind, ResponseCount } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import type { Response } from "../../response.ts";
import { describeResponse } from "../../response.ts";
import { isIndex, repeated } from "../choices.ts";

const { min, max } = LIMITS.pairs;

const pairSchema = z.strictObject({
  item: requiredText(LIMITS.optionText, "Write the item."),
  group: requiredText(LIMITS.optionText, "Write what it belongs to."),
});

export const matchSchema = z.strictObject({
  kind: z.literal("match"),
  ...questionFields,
  points: pointsField,
  pairs: z
    .array(pairSchema, "List the pairs.")
    .min(min, `There must be at least ${min} pairs.`)
    .max(max, `There can be at most ${max} pairs.`)
    .check((ctx) => {
      const problem = problemWithPairs(ctx.value);
      if (problem) ctx.issues.push({ code: "custom", message: problem, input: ctx.value });
    })
    .describe("Each item with what it belongs to. Several items may belong to one group."),
});

/**
 * `shown` and `groups` are drawn once per session by `freeze`: `shown[position]` is the authored index of the item at
 * that position on screen, `groups` are the different groups, shuffled, so that no position tells anything.
 */
export type MatchQuestion = z.infer<typeof matchSchema> & { shown?: number[]; groups?: string[] };

export const match = {
  kind: "match",
  label: "Match",
  schema: matchSchema,
  draft: () => ({
    kind: "match",
    ...draftFields,
    points: 1,
    pairs: [0, 1, 2].map(() => ({ item: "", group: "" })),
  }),
  scored: true,
  composed: true,
  freeze: (question, random) => ({
    ...question,
    shown: shuffled([...question.pairs.keys()], random),
    groups: shuffled(groupsOf(question), random),
  }),
  options: (question) => shownPairs(question).map(({ item }) => ({ text: item })),
  details: (question) => ({ groups: groupsOf(question).map((text) => ({ text })) }),
  problem(question, response) {
    const [items, groups] = [question.pairs.length, groupsOf(question).length];
    const fits =
      "match" in response &&
      response.match.length === items &&
      response.match.every((group) => isIndex(group, groups));
    if (fits) return null;
    return `This question takes a group for each of its ${items} items in order, {"match": [n, …]} with each n from 0 to ${groups - 1}; given was ${describeResponse(response)}.`;
  },
  grade,
  key: (question) => ({ match: solution(question) }),
  bars,
} satisfies QuestionKind<MatchQuestion>;

/** The share of items that are where they belong, as with orderings. */
function grade(question: MatchQuestion, response: Response): Grade {
  const right = solution(question);
  const given = "match" in response ? response.match : [];
  const count = right.filter((group, item) => given[item] === group).length;
  return { correct: count === right.length, fraction: count / right.length };
}

/** One for each item as shown, with its group: how many put it there. */
function bars(question: MatchQuestion, rows: readonly ResponseCount[]): Bar[] {
  const right = solution(question);
  const counts = right.map(() => 0);
  for (const { response, count } of rows) {
    if (!("match" in response)) continue;
    for (const [item, group] of response.match.entries())
      if (group === right[item]) counts[item] = (counts[item] as number) + count;
  }
  return shownPairs(question).map(({ item, group }, position) => ({
    label: `${item} → ${group}`,
    count: counts[position] as number,
    correct: true,
  }));
}

/** For each item as shown, the number of its group as shown. */
function solution(question: MatchQuestion): number[] {
  const groups = groupsOf(question);
  return shownPairs(question).map(({ group }) => groups.indexOf(group));
}

/** Before a session freezes it (a preview in the editor), a question shows everything as authored. */
function shownPairs({ pairs, shown }: MatchQuestion): MatchQuestion["pairs"] {
  return (shown ?? [...pairs.keys()]).map((index) => pairs[index] as MatchQuestion["pairs"][number]);
}

function groupsOf({ pairs, groups }: MatchQuestion): string[] {
  // Sorted before they are shuffled: the order they were written in must not decide where they end up.
  return groups ?? [...new Set(pairs.map(({ group }) => group))].sort();
}

function problemWithPairs(pairs: readonly { item: string; group: string }[]): string | null {
  const twice = repeated(pairs.map(({ item }) => item));
  if (twice) return `“${twice}” is there twice; players could not tell which is meant.`;
  const groups = new Set(pairs.map(({ group }) => group));
  if (groups.size === 1 && !groups.has("")) return "“All in one group” is no question; use at least two.";
  return null;
}
