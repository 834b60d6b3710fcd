import fc from "fast-check";
import { seededRandom } from "#lib/kernel/random.ts";
import { checkResponse } from "#lib/quiz/check-response.ts";
import { type FrozenQuestion, type FrozenQuiz, freezeQuiz } from "#lib/quiz/freeze.ts";
import type { QuestionInput } from "#lib/quiz/kinds/registry.ts";
import { stepAt, stepCount } from "#lib/quiz/kinds/steps.ts";
import { parseQuiz, type QuizInput } from "#lib/quiz/quiz.ts";
import type { Response } from "#lib/quiz/response.ts";

/** Quizzes and responses as fast-check draws them. */

const word = fc.stringMatching(/^[a-zA-Zäéß东]{1,12}$/);
const texts = (min: number, max: number) => fc.uniqueArray(word, { minLength: min, maxLength: max });
const common = {
  prompt: word,
  timeLimitMs: fc.integer({ min: 1_000, max: 600_000 }),
};
const points = fc.constantFrom(0 as const, 1 as const, 2 as const);
const finite = fc.double({ min: -1e15, max: 1e15, noNaN: true });

export const anyQuestion: fc.Arbitrary<QuestionInput> = fc.oneof(
  fc
    .record({ kind: fc.constant("single" as const), ...common, points, options: texts(2, 6), pick: fc.nat() })
    .map(({ options, pick, ...rest }) => ({
      ...rest,
      options: options.map((text, i) => ({ text, correct: i === pick % options.length })),
    })),
  fc
    .record({
      kind: fc.constant("multiple" as const),
      ...common,
      points,
      options: texts(2, 6),
      mask: fc.nat(63),
    })
    .map(({ options, mask, ...rest }) => ({
      ...rest,
      options: options.map((text, i) => ({ text, correct: i === 0 || ((mask >> i) & 1) === 1 })),
    })),
  fc.record({ kind: fc.constant("truefalse" as const), ...common, points, correct: fc.boolean() }),
  fc.record({
    kind: fc.constant("text" as const),
    ...common,
    points,
    accepted: texts(1, 5),
    typoTolerance: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("number" as const),
    ...common,
    points,
    correct: finite,
    tolerance: fc.nat(100),
  }),
  fc.record({
    kind: fc.constant("number" as const),
    ...common,
    points,
    correct: finite,
    closest: fc.constant(true),
  }),
  fc
    .record({
      kind: fc.constant("slider" as const),
      ...common,
      points,
      min: fc.integer({ min: -500, max: 500 }),
      step: fc.constantFrom(0.1, 0.25, 1, 5),
      stops: fc.integer({ min: 1, max: 400 }),
      place: fc.nat(),
      margin: fc.nat(30),
      partialCredit: fc.boolean(),
    })
    .map(({ stops, place, min, step, ...rest }) => ({
      ...rest,
      min,
      step,
      max: stepAt({ min, max: 0, step }, stops),
      correct: stepAt({ min, max: 0, step }, place % (stops + 1)),
    })),
  fc.record({ kind: fc.constant("order" as const), ...common, points, items: texts(2, 8) }),
  fc
    .record({
      kind: fc.constant("match" as const),
      ...common,
      points,
      items: texts(2, 8),
      groups: texts(2, 8),
    })
    .map(({ items, groups, ...rest }) => ({
      ...rest,
      pairs: items.map((item, i) => ({ item, group: groups[i % groups.length] as string })),
    })),
  fc.record({
    kind: fc.constant("pin" as const),
    ...common,
    points,
    media: fc.constant({ id: "0123456789abcdefghij-400x300.png", alt: "A map" }),
    targets: fc.array(
      fc.record({
        x: fc.double({ min: 0, max: 1, noNaN: true }),
        y: fc.double({ min: 0, max: 1, noNaN: true }),
        radius: fc.double({ min: 0.005, max: 0.5, noNaN: true }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  }),
  fc.record({
    kind: fc.constant("rating" as const),
    ...common,
    scale: fc.oneof(fc.integer({ min: 2, max: 10 }), fc.constant("nps" as const)),
    lowLabel: word,
  }),
  fc.record({
    kind: fc.constant("wordcloud" as const),
    ...common,
    maxEntries: fc.integer({ min: 1, max: 5 }),
    moderation: fc.constantFrom("host" as const, "filter" as const),
  }),
  fc.record({
    kind: fc.constant("poll" as const),
    ...common,
    options: texts(2, 6).map((list) => list.map((text) => ({ text }))),
  }),
);

export const anyQuiz: fc.Arbitrary<FrozenQuiz> = fc
  .record({ questions: fc.array(anyQuestion, { minLength: 1, maxLength: 12 }), seed: fc.nat() })
  .map(({ questions, seed }) => frozen({ title: "Any", questions }, seed));

/** Anything of a response's shape, most of it not fitting most questions. */
export const anyResponse: fc.Arbitrary<Response> = fc.oneof(
  fc.record({ choice: fc.oneof(fc.nat(7), fc.double()) }),
  fc.record({ choices: fc.array(fc.integer({ min: -1, max: 7 }), { maxLength: 8 }) }),
  fc.record({ text: fc.oneof(fc.string({ unit: "binary", maxLength: 220 }), word) }),
  fc.record({ number: fc.oneof(fc.double(), finite, fc.integer()) }),
  fc.record({ match: fc.array(fc.nat(8), { maxLength: 8 }) }),
  fc.record({ point: fc.record({ x: fc.double(), y: fc.double() }) }),
  fc.record({ texts: fc.array(word, { maxLength: 6 }) }),
  fc.record({ order: fc.array(fc.nat(8), { maxLength: 8 }) }),
);

/** A response that fits this question, drawn from `draw` in [0, 1). */
export function fittingResponse(question: FrozenQuestion, draw: () => number): Response {
  const below = (n: number) => Math.floor(draw() * n);
  const response = rawResponse(question, below, draw);
  const checked = checkResponse(question, response);
  if (!checked.ok) throw new Error(checked.error.message);
  return checked.value;
}

function rawResponse(question: FrozenQuestion, below: (n: number) => number, draw: () => number): Response {
  switch (question.kind) {
    case "single":
    case "poll":
      return { choice: below(question.options.length) };
    case "truefalse":
      return { choice: below(2) };
    case "multiple": {
      const right = question.options.flatMap((o, i) => (o.correct ? [i] : []));
      if (draw() < 0.5) return { choices: right };
      const some = question.options.flatMap((_, i) => (draw() < 0.5 ? [i] : []));
      return { choices: some.length > 0 ? some : [0] };
    }
    case "text":
      return { text: draw() < 0.6 ? (question.accepted[0] as string) : "something else" };
    case "number":
      return { number: draw() < 0.6 ? question.correct : below(1000) };
    case "rating":
      return { number: 1 + below(question.scale === "nps" ? 10 : question.scale) };
    case "slider":
      return {
        number: draw() < 0.6 ? question.correct : stepAt(question, below(stepCount(question) + 1)),
      };
    case "match":
      return { match: question.pairs.map(() => below(question.groups.length)) };
    case "pin":
      return { point: draw() < 0.6 ? question.targets[0]! : { x: draw(), y: draw() } };
    case "wordcloud":
      return { texts: ["Trust", "time"].slice(0, question.maxEntries) };
    case "slide":
      throw new Error("A slide takes no answers.");
    case "order": {
      const right = question.items.map((_, i) => question.shown.indexOf(i));
      return { order: draw() < 0.6 ? right : [...right.slice(1), right[0] as number] };
    }
  }
}

export function frozen(input: QuizInput, seed = 1): FrozenQuiz {
  const parsed = parseQuiz(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.problems));
  return freezeQuiz(parsed.value, seededRandom(seed));
}

/** One question in a frozen quiz of its own. */
export function question<Input extends QuestionInput>(
  input: Input,
): Extract<FrozenQuestion, { kind: Input["kind"] }> {
  return frozen({ title: "One", questions: [input] }).questions[0] as Extract<
    FrozenQuestion,
    { kind: Input["kind"] }
  >;
}
