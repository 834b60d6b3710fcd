import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FrozenQuestion } from "#lib/quiz/freeze.ts";
import { toPublicQuestion } from "#lib/quiz/public-question.ts";
import { revealOf } from "#lib/quiz/reveal.ts";
import { anyQuiz, frozen, question } from "./arbitraries.ts";

/** The same question with another solution. */
function withOtherKey(q: FrozenQuestion): FrozenQuestion {
  switch (q.kind) {
    case "single":
    case "multiple": {
      const marks = q.options.map((option) => option.correct);
      const turned = [...marks.slice(1), marks[0] as boolean];
      return {
        ...q,
        explanation: "other",
        options: q.options.map((o, i) => ({ ...o, correct: turned[i] as boolean })),
      };
    }
    case "truefalse":
      return { ...q, explanation: "other", correct: !q.correct };
    case "text":
      return {
        ...q,
        explanation: "other",
        accepted: ["quite", "different"],
        typoTolerance: !q.typoTolerance,
      };
    case "number":
      return { ...q, explanation: "other", correct: q.correct / 2 + 1, tolerance: q.tolerance / 2 };
    case "slider":
      return { ...q, explanation: "other", correct: q.min, margin: q.margin / 2 };
    case "order": {
      // The items the other way around as authored, and the same on screen.
      const last = q.items.length - 1;
      return { ...q, explanation: "other", items: q.items.toReversed(), shown: q.shown.map((i) => last - i) };
    }
    case "match": {
      const [first, ...others] = q.pairs.map(({ group }) => group);
      const turned = [...others, first as string];
      return {
        ...q,
        explanation: "other",
        pairs: q.pairs.map(({ item }, i) => ({ item, group: turned[i]! })),
      };
    }
    case "pin":
      return { ...q, explanation: "other", targets: [{ x: 0.123, y: 0.456, radius: 0.078 }] };
    case "poll":
    case "rating":
    case "slide":
    case "wordcloud":
      return { ...q, explanation: "other" };
  }
}

describe("what the room sees of an open question", () => {
  test("[Q6] nothing of the key: quizzes that differ only in their solutions look the same", () => {
    fc.assert(
      fc.property(anyQuiz, (quiz) => {
        const other = { ...quiz, questions: quiz.questions.map(withOtherKey) };
        for (const index of quiz.questions.keys()) {
          const shown = JSON.stringify(toPublicQuestion(quiz, index));
          expect(JSON.stringify(toPublicQuestion(other, index))).toBe(shown);
        }
      }),
    );
  });

  test("[Q6] true is option 0, items come as drawn, and only known facts are shown", () => {
    const quiz = frozen({
      title: "T",
      questions: [
        { kind: "truefalse", prompt: "So?", correct: false },
        { kind: "order", prompt: "Sort", items: ["a", "b", "c"], explanation: "why" },
        { kind: "number", prompt: "How far?", correct: 5, closest: true, unit: "km", points: 2 },
        {
          kind: "multiple",
          prompt: "Which?",
          showPick: true,
          options: [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c" }],
        },
      ],
    });
    expect(toPublicQuestion(quiz, 0)).toEqual({
      index: 0,
      total: 4,
      kind: "truefalse",
      prompt: "So?",
      options: [{ text: "True" }, { text: "False" }],
      timeLimitMs: 20_000,
      points: 1,
      scored: true,
    });
    const [, sort] = quiz.questions;
    if (sort?.kind !== "order") throw new Error("not an order question");
    expect(toPublicQuestion(quiz, 1).options).toEqual(sort.shown.map((i) => ({ text: sort.items[i] })));
    expect(toPublicQuestion(quiz, 2)).toMatchObject({ unit: "km", closest: true, points: 2, options: [] });
    expect(toPublicQuestion(quiz, 3)).toMatchObject({ pick: 2 });
    expect(() => toPublicQuestion(quiz, 4)).toThrow(RangeError);
  });

  test("[Q7] the reveal has the key and the explanation", () => {
    const sort = question({ kind: "order", prompt: "Sort", items: ["a", "b", "c"], explanation: "why" });
    const quiz = {
      title: "T",
      questions: [sort, question({ kind: "poll", prompt: "?", options: [{ text: "a" }, { text: "b" }] })],
    };
    const reveal = revealOf(quiz, 0);
    expect(reveal.explanation).toBe("why");
    if (!reveal.key || !("order" in reveal.key)) throw new Error("no order");
    const options = toPublicQuestion(quiz, 0).options;
    expect(reveal.key.order.map((position) => options[position]?.text)).toEqual(["a", "b", "c"]);
    expect(revealOf(quiz, 1)).toEqual({ key: null });
  });
});
