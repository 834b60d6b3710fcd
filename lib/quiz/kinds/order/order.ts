import { z } from "zod";
import { shuffled } from "../../../kernel/random.ts";
import { draftFields, LIMITS, pointsField, questionFields, requiredText } from "../../fields.ts";
import type { Grade, QuestionKind } from "../../kind.ts";
import type { Bar } from "../../public-shapes.ts";
import type { Response } from "../../response.ts";
import { describeResponse } from "../../response.ts";
import { repeated } from "../choices.ts";

const { min, max } = LIMITS.items;

export const orderSchema = z.strictObject({
  kind: z.literal("order"),
  ...questionFields,
  points: pointsField,
  items: z
    .array(requiredText(LIMITS.optionText, "Write the item's text."), "List the items in the right order.")
    .min(min, `An ordering needs at least ${min} items.`)
    .max(max, `An ordering can have at most ${max} items.`)
    .check((ctx) => {
      const twice = repeated(ctx.value);
      if (!twice) return;
      ctx.issues.push({
        code: "custom",
        message: `“${twice}” is there twice; players could not tell which comes first.`,
        input: ctx.value,
      });
    })
    .describe("The items in the right order; players see them shuffled."),
});

/** `shown[position]` is the authored index of the item at that position on screen; drawn once per session by `freeze`. */
export type OrderQuestion = z.infer<typeof orderSchema> & { shown?: number[] };

export const order = {
  kind: "order",
  label: "Put in order",
  schema: orderSchema,
  draft: () => ({ kind: "order", ...draftFields, points: 1, items: ["", "", "", ""] }),
  scored: true,
  composed: true,
  freeze(question, random) {
    const authored = question.items.map((_, i) => i);
    const drawn = shuffled(authored, random);
    // Never the solution itself: one step of rotation moves every item. Two items stay as drawn, or their order is known.
    const solved = drawn.length > 2 && drawn.every((item, i) => item === i);
    return { ...question, shown: solved ? [...authored.slice(1), 0] : drawn };
  },
  options: (question) => shownOrder(question).map((item) => ({ text: question.items[item] as string })),
  problem(question, response) {
    const n = question.items.length;
    if ("order" in response && isPermutation(response.order, n)) return null;
    return `This question takes all ${n} items, {"order": [n, …]} with each of 0 to ${n - 1} once; given was ${describeResponse(response)}.`;
  },
  grade,
  key: (question) => ({ order: solution(question) }),
  bars,
} satisfies QuestionKind<OrderQuestion>;

/**
 * The share of items in their right place. Chosen over counting pairs or the longest sorted run because everybody in
 * the room can check it with a finger: "three of five are where they belong". Its price is that one item put first
 * instead of last shifts all others.
 */
function grade(question: OrderQuestion, response: Response): Grade {
  const inPlace = "order" in response ? countInPlace(solution(question), response.order) : 0;
  return { correct: inPlace === question.items.length, fraction: inPlace / question.items.length };
}

/** "All in order", then how many got how many in place; n − 1 of n cannot happen. */
function bars(question: OrderQuestion, rows: Parameters<QuestionKind<OrderQuestion>["bars"]>[1]): Bar[] {
  const n = question.items.length;
  const right = solution(question);
  const counts = Array.from({ length: n + 1 }, () => 0);
  for (const { response, count } of rows) {
    const inPlace = "order" in response ? countInPlace(right, response.order) : 0;
    counts[inPlace] = (counts[inPlace] as number) + count;
  }
  const partial = Array.from({ length: n - 1 }, (_, i) => n - 2 - i);
  return [
    { label: "All in order", count: counts[n] as number, correct: true },
    ...partial.map((k) => ({ label: `${k} of ${n} in place`, count: counts[k] as number, correct: false })),
  ];
}

/** Positions as shown, in the right order: the inverse of `shown`. */
function solution(question: OrderQuestion): number[] {
  const positions = question.items.map(() => 0);
  shownOrder(question).forEach((item, position) => {
    positions[item] = position;
  });
  return positions;
}

/** Before a session freezes it (a preview in the editor), a question shows its items as authored. */
function shownOrder(question: OrderQuestion): number[] {
  return question.shown ?? question.items.map((_, i) => i);
}

function countInPlace(right: readonly number[], given: readonly number[]): number {
  return right.filter((position, i) => given[i] === position).length;
}

function isPermutation(order: readonly number[], n: number): boolean {
  return (
    order.length === n &&
    new Set(order).size === n &&
    order.every((i) => Number.isInteger(i) && i >= 0 && i < n)
  );
}
