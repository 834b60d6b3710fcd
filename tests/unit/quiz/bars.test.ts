import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResponseCount } from "#lib/quiz/kind.ts";
import { netPromoterScore, ratingSummary } from "#lib/quiz/kinds/rating/rating-summary.ts";
import { kindOf, type QuestionInput } from "#lib/quiz/kinds/registry.ts";
import type { Bar } from "#lib/quiz/public-shapes.ts";
import { question } from "./arbitraries.ts";

function bars(input: QuestionInput, rows: readonly ResponseCount[]): Bar[] {
  const q = question(input);
  return kindOf(q).bars(q, rows);
}

const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);

describe("bars of the reveal", () => {
  test("[Q16] one bar per option, also where nobody picked it", () => {
    const options = [{ text: "a", correct: true }, { text: "b", correct: true }, { text: "c" }];
    const rows = [
      { response: { choices: [0, 1] }, count: 2 },
      { response: { choices: [0] }, count: 3 },
    ];
    expect(bars({ kind: "multiple", prompt: "?", options }, rows)).toEqual([
      { label: "a", option: 0, count: 5, correct: true },
      { label: "b", option: 1, count: 2, correct: true },
      { label: "c", option: 2, count: 0, correct: false },
    ]);
    expect(bars({ kind: "truefalse", prompt: "?", correct: false }, [])).toEqual([
      { label: "True", option: 0, count: 0, correct: false },
      { label: "False", option: 1, count: 0, correct: true },
    ]);
    const poll = { kind: "poll" as const, prompt: "?", options: [{ text: "a" }, { text: "b" }] };
    expect(bars(poll, [{ response: { choice: 1 }, count: 4 }])[1]).toEqual({
      label: "b",
      option: 1,
      count: 4,
      correct: null,
    });
  });

  test("[Q16] typed answers are grouped whatever their spelling", () => {
    const rows = [
      { response: { text: "everest" }, count: 1 },
      { response: { text: "Everest" }, count: 3 },
      { response: { text: "K2" }, count: 2 },
    ];
    expect(bars({ kind: "text", prompt: "?", accepted: ["EVEREST"] }, rows)).toEqual([
      { label: "Everest", count: 4, correct: true },
      { label: "K2", count: 2, correct: false },
    ]);
  });

  test("[Q16] eight groups at most, the right one among them, and the others together", () => {
    const wrong = [..."abcdefghij"].map((text, i) => ({ response: { text }, count: 20 - i }));
    const result = bars({ kind: "text", prompt: "?", accepted: ["rare"] }, [
      ...wrong,
      { response: { text: "Rare" }, count: 1 },
    ]);
    expect(result).toHaveLength(9);
    expect(result[7]).toEqual({ label: "Rare", count: 1, correct: true });
    expect(result[8]).toEqual({ label: "Other answers", count: 13 + 12 + 11, correct: null });
  });

  test("[Q16] few different numbers have a bar each", () => {
    const rows = [7, 42, 43].map((number) => ({ response: { number }, count: number }));
    expect(bars({ kind: "number", prompt: "?", correct: 42, tolerance: 1, unit: "km" }, rows)).toEqual([
      { label: "7 km", numbers: { from: 7, to: 7 }, count: 7, correct: false },
      { label: "42 km", numbers: { from: 42, to: 42 }, count: 42, correct: true },
      { label: "43 km", numbers: { from: 43, to: 43 }, count: 43, correct: true },
    ]);
    const closest = bars({ kind: "number", prompt: "?", correct: 20, closest: true }, rows);
    expect(closest.map((bar) => bar.correct)).toEqual([true, false, false]);
  });

  test("[Q16] many different numbers are counted in round ranges, and one joker does not flatten them", () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({ response: { number: i }, count: 1 }));
    rows.push({ response: { number: 999_999_999 }, count: 1 });
    const result = bars({ kind: "number", prompt: "?", correct: 42 }, rows);
    expect(result.map((bar) => [bar.label, bar.count])).toEqual([
      ["0 to 9", 10],
      ["10 to 19", 10],
      ["20 to 29", 10],
      ["30 to 39", 10],
      ["40 to 49", 10],
      ["50 to 59", 10],
      ["60 or more", 1],
    ]);
    expect(result.filter((bar) => bar.correct).map((bar) => bar.label)).toEqual(["40 to 49"]);
  });

  test("[Q16] whatever the numbers, all are counted, in at most ten bars", () => {
    const numbers = fc.oneof(
      fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { maxLength: 60 }),
      fc.array(fc.double({ min: 1e15 - 4, max: 1e15, noNaN: true }), { maxLength: 60 }),
      fc.array(fc.double({ min: 0, max: 1e-300, noNaN: true }), { maxLength: 60 }),
      fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { maxLength: 60 }),
      fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 }),
    );
    fc.assert(
      fc.property(numbers, fc.nat(20), (list, weight) => {
        const rows = list.map((number, i) => ({
          response: { number: number + 0 },
          count: 1 + ((i * weight) % 40),
        }));
        const result = bars({ kind: "number", prompt: "?", correct: 5 }, rows);
        expect(sum(result)).toBe(sum(rows));
        expect(result.length).toBeLessThanOrEqual(10);
        expect(new Set(result.map((bar) => bar.label)).size).toBe(result.length);
      }),
    );
  });

  test("[Q16] a slider is counted over its whole length, in 25 bars at most", () => {
    const scale = { kind: "slider" as const, prompt: "?", min: 0, max: 100, correct: 42, margin: 3 };
    const rows = [0, 39, 42, 100].map((number) => ({ response: { number }, count: 2 }));
    const result = bars(scale, rows);
    expect(result).toHaveLength(21);
    expect(result[0]).toEqual({ label: "0 to 4", count: 2, correct: false, range: { from: 0, to: 4 } });
    expect(result.at(-1)).toMatchObject({ label: "100", count: 2, range: { from: 100, to: 100 } });
    expect(result.filter((bar) => bar.correct).map((bar) => bar.label)).toEqual([
      "35 to 39",
      "40 to 44",
      "45 to 49",
    ]);
    expect(sum(result)).toBe(8);
    const few = bars({ ...scale, max: 1, correct: 0.5, step: 0.25, margin: 0, unit: "m" }, []);
    expect(few.map((bar) => bar.label)).toEqual(["0 m", "0.25 m", "0.5 m", "0.75 m", "1 m"]);
  });

  test("[Q18] a rating has a bar for each number, and from them its mean", () => {
    const rows = [2, 5, 5, 4].map((number) => ({ response: { number }, count: 1 }));
    const result = bars({ kind: "rating", prompt: "?", scale: 5 }, rows);
    expect(result.map(({ label, count }) => `${label}: ${count}`)).toEqual([
      "1: 0",
      "2: 1",
      "3: 0",
      "4: 1",
      "5: 2",
    ]);
    expect(ratingSummary(result)).toEqual({ answered: 4, mean: 4 });
    expect(ratingSummary(bars({ kind: "rating", prompt: "?" }, []))).toEqual({ answered: 0, mean: null });
  });

  test("[Q18] the Net Promoter Score is percent of promoters less percent of detractors", () => {
    const rows = [0, 6, 7, 8, 9, 10, 10].map((number) => ({ response: { number }, count: 1 }));
    const result = bars({ kind: "rating", prompt: "?", scale: "nps" }, rows);
    expect(result).toHaveLength(11);
    expect(netPromoterScore(result)).toEqual({ promoters: 3, passives: 2, detractors: 2, score: 14 });
    expect(netPromoterScore([]).score).toBeNull();
  });

  test("[Q16] orderings: all in order, then how many are in place", () => {
    const q = question({ kind: "order", prompt: "?", items: ["a", "b", "c"] });
    const right = q.items.map((_, item) => q.shown.indexOf(item));
    const rows = [
      { response: { order: right }, count: 2 },
      { response: { order: [right[1], right[0], right[2]] as number[] }, count: 5 },
    ];
    expect(kindOf(q).bars(q, rows)).toEqual([
      { label: "All in order", count: 2, correct: true },
      { label: "1 of 3 in place", count: 5, correct: false },
      { label: "0 of 3 in place", count: 0, correct: false },
    ]);
  });
});
