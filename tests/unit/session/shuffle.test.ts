import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { drawQuestions } from "#lib/quiz/draw-questions.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { toPublicQuestion } from "#lib/quiz/public-question.ts";
import { optionOrder } from "#lib/session/option-order.ts";
import { resultsOf } from "#lib/session/reports/results.ts";
import { anyQuiz } from "../quiz/arbitraries.ts";
import { lobby } from "./commanded.ts";

const kinds = fc.array(fc.constantFrom({ kind: "single" }, { kind: "slide" }, { kind: "text" }), {
  minLength: 1,
  maxLength: 30,
});
const drawing = fc.record({ questions: fc.boolean(), draw: fc.option(fc.integer({ min: 1, max: 40 })) });

test("[SHF1] [SHF2] a draw has as many different questions as asked for, each with its slides before it", () => {
  fc.assert(
    fc.property(kinds, drawing, fc.nat(), (authored, { questions, draw }, seed) => {
      const wanted = { questions, draw: draw ?? undefined };
      const order = drawQuestions(authored, wanted, seed);
      expect(drawQuestions(authored, wanted, seed)).toEqual(order);
      expect(new Set(order).size).toBe(order.length);
      const isSlide = (index: number | undefined) => index !== undefined && authored[index]?.kind === "slide";
      const asked = order.filter((index) => !isSlide(index));
      const all = authored.filter(({ kind }) => kind !== "slide").length;
      expect(asked.length).toBe(Math.min(draw ?? all, all));
      if (!questions) expect(order).toEqual(order.toSorted((a, b) => a - b));
      for (const [place, index] of order.entries()) {
        if (isSlide(index - 1)) expect(order[place - 1]).toBe(index - 1);
        if (isSlide(index) && place + 1 < order.length) expect(order[place + 1]).toBe(index + 1);
      }
    }),
  );
});

test("[SHF1] every order comes about as often as any other", () => {
  const quiz = [{ kind: "single" }, { kind: "single" }, { kind: "single" }];
  const seen = new Map<string, number>();
  for (let seed = 0; seed < 6_000; seed++) {
    const order = drawQuestions(quiz, { questions: true }, seed * 7_919).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const times of seen.values()) expect(Math.abs(times - 1_000)).toBeLessThan(150);
});

test("[SHF1] the frozen quiz is what was drawn, with its seed, and knows where each question stood", () => {
  fc.assert(
    fc.property(anyQuiz, fc.nat(), (quiz, seed) => {
      const drawn = freezeQuiz(quiz, seededRandom(seed), { questions: true, draw: 2 });
      const { order, seed: by } = drawn.drawn!;
      expect(order).toEqual(drawQuestions(quiz.questions, { questions: true, draw: 2 }, by));
      expect(drawn.questions.map(({ prompt }) => prompt)).toEqual(
        order.map((index) => quiz.questions[index]?.prompt),
      );
      expect(toPublicQuestion(drawn, 0).total).toBe(order.length);
      expect(freezeQuiz(quiz, seededRandom(seed))).not.toHaveProperty("drawn");
    }),
  );
  const session = lobby({}, 4);
  const quiz = { ...session.quiz, drawn: { seed: 1, order: [3, 1, 0, 2] } };
  const told = resultsOf({ ...session, quiz }, [], []).questions.map(({ authoredIndex }) => authoredIndex);
  expect(told).toEqual([3, 1, 0, 2]);
});

test("[SHF3] options stand in an order of the player's own, the same every time, and true before false", () => {
  const options = ["a", "b", "c", "d"];
  const orders = new Map<string, number>();
  for (let player = 0; player < 2_400; player++) {
    const shown = { sessionId: "s", playerId: `player ${player}` };
    const order = optionOrder({ ...shown, question: { index: 0, kind: "single", options } });
    expect(order.toSorted()).toEqual([0, 1, 2, 3]);
    expect(optionOrder({ ...shown, question: { index: 0, kind: "single", options } })).toEqual(order);
    orders.set(order.join(""), (orders.get(order.join("")) ?? 0) + 1);
    expect(optionOrder({ ...shown, question: { index: 0, kind: "truefalse", options: [0, 1] } })).toEqual([
      0, 1,
    ]);
  }
  expect(orders.size).toBe(24);
  for (const times of orders.values()) expect(Math.abs(times - 100)).toBeLessThan(50);
});
