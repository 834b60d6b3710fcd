import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkResponse } from "#lib/quiz/check-response.ts";
import { type KindName, kindOf } from "#lib/quiz/kinds/registry.ts";
import { type Response, responseSchema } from "#lib/quiz/response.ts";
import { anyQuestion, anyResponse, fittingResponse, question } from "./arbitraries.ts";

const OPTIONS = [{ text: "a", correct: true }, { text: "b" }, { text: "c" }, { text: "d" }];
const QUESTIONS = {
  single: question({ kind: "single", prompt: "?", options: OPTIONS }),
  multiple: question({ kind: "multiple", prompt: "?", options: OPTIONS }),
  truefalse: question({ kind: "truefalse", prompt: "?", correct: true }),
  text: question({ kind: "text", prompt: "?", accepted: ["a"] }),
  number: question({ kind: "number", prompt: "?", correct: 1 }),
  slider: question({ kind: "slider", prompt: "?", min: 0, max: 1, step: 0.1, correct: 0.3, margin: 0.1 }),
  order: question({ kind: "order", prompt: "?", items: ["a", "b", "c"] }),
  match: question({
    kind: "match",
    prompt: "?",
    pairs: [
      { item: "a", group: "x" },
      { item: "b", group: "y" },
    ],
  }),
  pin: question({
    kind: "pin",
    prompt: "?",
    media: { id: "0123456789abcdefghij-400x300.png", alt: "A map" },
    targets: [{ x: 0.5, y: 0.5 }],
  }),
  wordcloud: question({ kind: "wordcloud", prompt: "?", maxEntries: 2 }),
  slide: question({ kind: "slide", prompt: "?" }),
  rating: question({ kind: "rating", prompt: "?", scale: 5 }),
  poll: question({ kind: "poll", prompt: "?", options: [{ text: "a" }, { text: "b" }] }),
};

describe("responses", () => {
  test.each<[KindName, Response]>([
    ["single", { choice: 4 }],
    ["single", { choice: -1 }],
    ["single", { choice: 0.5 }],
    ["single", { choices: [0] }],
    ["multiple", { choices: [] }],
    ["multiple", { choices: [1, 1] }],
    ["multiple", { choices: [0, 4] }],
    ["multiple", { choice: 0 }],
    ["truefalse", { choice: 2 }],
    ["text", { text: " \u0000 " }],
    ["text", { text: "x".repeat(201) }],
    ["text", { number: 1 }],
    ["number", { number: Number.NaN }],
    ["number", { number: Number.NEGATIVE_INFINITY }],
    ["number", { number: 1e101 }],
    ["number", { text: "1" }],
    ["slider", { number: 1.1 }],
    ["slider", { number: 0.25 }],
    ["slider", { number: Number.NaN }],
    ["slider", { choice: 1 }],
    ["order", { order: [0, 1] }],
    ["order", { order: [0, 1, 1] }],
    ["order", { order: [1, 2, 3] }],
    ["match", { match: [0] }],
    ["match", { match: [0, 2] }],
    ["match", { order: [0, 1] }],
    ["pin", { point: { x: 1.01, y: 0.5 } }],
    ["pin", { point: { x: Number.NaN, y: 0.5 } }],
    ["pin", { number: 0.5 }],
    ["wordcloud", { texts: ["a", "b", "c"] }],
    ["wordcloud", { texts: [" ", ""] }],
    ["wordcloud", { texts: ["x".repeat(41)] }],
    ["wordcloud", { number: 1 }],
    ["slide", { choice: 0 }],
    ["slide", { text: "a" }],
    ["rating", { number: 0 }],
    ["rating", { number: 6 }],
    ["rating", { number: 2.5 }],
    ["rating", { choice: 2 }],
    ["poll", { choice: 2 }],
    ["poll", { text: "a" }],
  ])("[Q8] a response that does not fit is refused: %s, %j", (kind, response) => {
    expect(checkResponse(QUESTIONS[kind], response)).toMatchObject({
      ok: false,
      error: { code: "invalid_response" },
    });
  });

  test("[Q8] the refusal says what is accepted and what was given", () => {
    const messages = [
      checkResponse(QUESTIONS.single, { choice: 7 }),
      checkResponse(QUESTIONS.order, { order: [0, 0, 1] }),
      checkResponse(QUESTIONS.number, { number: Number.NaN }),
    ].map((checked) => (checked.ok ? "" : checked.error.message));
    expect(messages).toEqual([
      'This question takes one option, {"choice": n} with n from 0 to 3; given was {"choice":7}.',
      'This question takes all 3 items, {"order": [n, …]} with each of 0 to 2 once; given was {"order":[0,0,1]}.',
      'This question takes a number, {"number": n} with n from -1e100 to 1e100; given was {"number":"NaN"}.',
    ]);
  });

  test.each<[KindName, Response, Response]>([
    ["multiple", { choices: [2, 0] }, { choices: [0, 2] }],
    ["text", { text: "  New \t York\u0000 " }, { text: "New York" }],
    ["number", { number: -0 }, { number: 0 }],
    ["wordcloud", { text: " Ice  cream " }, { texts: ["Ice cream"] }],
    ["wordcloud", { texts: ["Trust", "trust!", ""] }, { texts: ["Trust"] }],
    ["single", { choice: -0 }, { choice: 0 }],
    ["slider", { number: 0.1 + 0.2 }, { number: 0.3 }],
    ["slider", { number: -0 }, { number: 0 }],
    ["order", { order: [2, 0, 1] }, { order: [2, 0, 1] }],
    ["match", { match: [-0, 1] }, { match: [0, 1] }],
    ["pin", { point: { x: 1 / 3, y: -0 } }, { point: { x: 0.3333, y: 0 } }],
  ])("[Q9] a response is stored in one form: %s, %j", (kind, response, stored) => {
    expect(checkResponse(QUESTIONS[kind], response)).toEqual({ ok: true, value: stored });
  });

  test("[Q9] what is stored survives JSON, the wire schema and a second check, and grading it never throws", () => {
    const drawn = fc.tuple(anyQuestion.map(question), fc.oneof(anyResponse, fc.nat()));
    fc.assert(
      fc.property(drawn, ([q, seedOrResponse]) => {
        const draw = () => ((seedOrResponse as number) % 97) / 97;
        const response = typeof seedOrResponse === "number" ? fittingResponse(q, draw) : seedOrResponse;
        const checked = checkResponse(q, response);
        if (!checked.ok) {
          expect(checked.error.message).toContain("given was");
          return;
        }
        expect(responseSchema.parse(JSON.parse(JSON.stringify(checked.value)))).toEqual(checked.value);
        expect(checkResponse(q, checked.value)).toEqual(checked);
        const kind = kindOf(q);
        const { correct, fraction } = kind.grade(q, checked.value);
        expect(fraction).toBeGreaterThanOrEqual(0);
        expect(fraction).toBeLessThanOrEqual(1);
        if (correct !== null) expect(correct).toBe(fraction === 1);
        const bars = kind.bars(q, [{ response: checked.value, count: 3 }]);
        expect(bars.some((bar) => bar.count === 3)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
