import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "#lib/kernel/edit-distance.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { kindOf, type QuestionInput } from "#lib/quiz/kinds/registry.ts";
import { normalizeText } from "#lib/quiz/kinds/text/normalize.ts";
import type { Response } from "#lib/quiz/response.ts";
import { question } from "./arbitraries.ts";

function grade(input: QuestionInput, response: Response) {
  const q = question(input);
  return kindOf(q).grade(q, response);
}

/** Beyond any distance of the texts here. */
const FAR = 100;

describe("choices", () => {
  const options = [
    { text: "a", correct: true },
    { text: "b", correct: true },
    { text: "c", correct: true },
    { text: "d" },
  ];
  test.each([
    [[0, 1, 2], true, 1],
    [[0, 1], false, 2 / 3],
    [[0, 1, 3], false, 1 / 3],
    [[0, 3], false, 0],
    [[3], false, 0],
    [[0, 1, 2, 3], false, 2 / 3],
  ])("[Q10] of three right options, picking %j is correct: %s, fraction %d", (choices, correct, fraction) => {
    expect(grade({ kind: "multiple", prompt: "?", options }, { choices })).toEqual({ correct, fraction });
  });

  test("[Q10] one choice, true/false and polls", () => {
    const two = [{ text: "a" }, { text: "b", correct: true }];
    expect(grade({ kind: "single", prompt: "?", options: two }, { choice: 1 })).toEqual({
      correct: true,
      fraction: 1,
    });
    expect(grade({ kind: "single", prompt: "?", options: two }, { choice: 0 })).toEqual({
      correct: false,
      fraction: 0,
    });
    expect(grade({ kind: "truefalse", prompt: "?", correct: true }, { choice: 0 }).correct).toBe(true);
    expect(grade({ kind: "truefalse", prompt: "?", correct: false }, { choice: 0 }).correct).toBe(false);
    const poll = { kind: "poll" as const, prompt: "?", options: [{ text: "a" }, { text: "b" }] };
    expect(grade(poll, { choice: 0 })).toEqual({ correct: null, fraction: 0 });
  });
});

describe("sliders", () => {
  const scale = { kind: "slider" as const, prompt: "?", min: 0, max: 100, step: 5, correct: 40, margin: 10 };
  test.each([
    [40, true, 1],
    [30, true, 1],
    [50, true, 1],
    [55, false, 0.25],
    [25, false, 0.25],
    [60, false, 0],
    [95, false, 0],
  ])("[Q17] at 40 ± 10 the answer %d is right: %s, and earns %d", (given, correct, fraction) => {
    expect(grade(scale, { number: given })).toEqual({ correct, fraction });
  });

  test("[Q17] without partial credit, or without a margin, a near miss earns nothing", () => {
    expect(grade({ ...scale, partialCredit: false }, { number: 55 }).fraction).toBe(0);
    expect(grade({ ...scale, margin: 0 }, { number: 45 }).fraction).toBe(0);
    expect(grade({ ...scale, margin: 0 }, { number: 40 }).correct).toBe(true);
  });

  test("[Q17] the margin is free of floating-point surprises", () => {
    const tenths = { ...scale, min: 0, max: 1, step: 0.1, correct: 0.3, margin: 0.1 };
    expect([0.1, 0.2, 0.4, 0.5].map((number) => grade(tenths, { number }).correct)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

describe("typed answers", () => {
  test.each([
    ["Phở!", "pho"],
    ["Đà Nẵng", "da nang"],
    ["TP. Hồ Chí Minh", "tp ho chi minh"],
    ["Straße", "STRASSE"],
    ["STRAẞE", "strasse"],
    ["İstanbul", "istanbul"],
    ["ISPARTA", "ısparta"],
    ["Ångström", "angstrom"],
    ["Łódź", "lodz"],
    ["Ærø", "aero"],
    ["Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ"],
    ["Ёлка", "елка"],
    ["مُحَمَّد", "محمد"],
    ["القـــاهرة", "القاهره"],
    ["أحمد", "احمد"],
    ["١٩٤٥", "1945"],
    ["שָׁלוֹם", "שלום"],
    ["東京 タワー", "東京タワー"],
    ["ＡＢＣ１２３", "abc123"],
    ["ｶﾞﾝﾀﾞﾑ", "ガンダム"],
    ["한국", "한국".normalize("NFD")],
    ["New-York,  New York", "newyork new york"],
    ["don’t", "dont"],
    ["1,5", "1.5"],
    ["x²", "x2"],
    ["−5", "-5"],
    ["𞥑𞥙𞥘𞥙", "1989"],
    ["៤២ នាទី", "42 នាទី"],
  ])("[Q11] %s is %s", (a, b) => {
    expect(normalizeText(a)).toBe(normalizeText(b));
  });

  test.each([
    ["か", "が"],
    ["1.5", "15"],
    ["5", "-5"],
    ["C", "C#"],
    ["C", "C++"],
    ["की", "का"],
    ["!", "?"],
    ["👍", "👎"],
    ["Iran", "Iraq"],
  ])("[Q11] %s is not %s", (a, b) => {
    expect(normalizeText(a)).not.toBe(normalizeText(b));
  });

  test("[Q11] normalizing is idempotent and never leaves nothing of something", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (raw) => {
        const once = normalizeText(raw);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });

  test.each([
    ["Everst", "Everest", true],
    ["Evreest", "Everest", true],
    ["Evrst", "Everest", false],
    ["Constantinopel", "Constantinople", true],
    ["Konstantinopel", "Constantinople", false],
    ["Konstantinopell", "Constantinople", false],
    ["Iran", "Iraq", false],
    ["12346", "12345", false],
    ["Apollo 13", "Apollo 11", false],
    ["Nguyễn Huệ", "nguyen hue", true],
    ["中华人民共和园", "中华人民共和国", false],
  ])("[Q12] with typo tolerance, %s for %s: %s", (given, accepted, correct) => {
    const input = { kind: "text" as const, prompt: "?", accepted: [accepted], typoTolerance: true };
    expect(grade(input, { text: given }).correct).toBe(correct);
  });

  test("[Q12] without it, a slip is wrong", () => {
    const input = { kind: "text" as const, prompt: "?", accepted: ["Everest", "Mount Everest"] };
    expect(grade(input, { text: "Everst" }).correct).toBe(false);
    expect(grade(input, { text: "mount everest" })).toEqual({ correct: true, fraction: 1 });
  });

  test("[Q12] the distance is symmetric, zero for equals only, and a swap is one step", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(editDistance(a, b, FAR)).toBe(editDistance(b, a, FAR));
        expect(editDistance(a, b, FAR) === 0).toBe(a.join("") === b.join(""));
        expect(editDistance(a, b, FAR)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        for (const max of [1, 2, 3])
          expect(editDistance(a, b, max)).toBe(Math.min(editDistance(a, b, FAR), max + 1));
      }),
    );
    expect(editDistance([..."abcd"], [..."acbd"], FAR)).toBe(1);
  });
});

describe("numbers", () => {
  const about = (correct: number, tolerance: number) => ({
    kind: "number" as const,
    prompt: "?",
    correct,
    tolerance,
  });
  test.each([
    [42, 2, 44, true],
    [42, 2, 40, true],
    [42, 2, 44.01, false],
    [0.3, 0, 0.1 + 0.2, true],
    [0.3, 0.1, 0.4, true],
    [0.3, 0.1, 0.2, true],
    [0.3, 0, 0.3000001, false],
    [0, 0, 0, true],
    [1e15, 0, 1e15 - 1, false],
    [6.02e23, 0, 6.02e23, true],
    [6.02e23, 1e21, 6.03e23, true],
    [6.02e23, 1e21, 6.04e23, false],
    [1.6e-19, 0, 1.7e-19, false],
    [-7, 0, 7, false],
  ])("[Q13] %d within %d: %d is %s", (correct, tolerance, given, expected) => {
    expect(grade(about(correct, tolerance), { number: given }).correct).toBe(expected);
  });

  const guess = question({ kind: "number", prompt: "?", correct: 100, closest: true });
  test("[Q14] the closest number is undecided until it is settled", () => {
    expect(kindOf(guess).grade(guess, { number: 100 })).toEqual({ correct: null, fraction: 0 });
    expect(kindOf(guess).settle?.(question(about(1, 0)), [])).toBeNull();
  });

  test("[Q14] everybody at the smallest distance is right, on either side", () => {
    const settle = kindOf(guess).settle?.(guess, [{ number: 90 }, { number: 110 }, { number: 111 }]);
    expect(settle?.({ number: 90 })).toEqual({ correct: true, fraction: 1 });
    expect(settle?.({ number: 110 })).toEqual({ correct: true, fraction: 1 });
    expect(settle?.({ number: 111 })).toEqual({ correct: false, fraction: 0 });
    expect(kindOf(guess).settle?.(guess, [])?.({ text: "x" })).toEqual({ correct: false, fraction: 0 });
  });

  test("[Q14] whatever is guessed, somebody wins", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { minLength: 1 }),
        (numbers) => {
          const responses = numbers.map((number) => ({ number }));
          const settle = kindOf(guess).settle?.(guess, responses);
          expect(responses.some((response) => settle?.(response).correct)).toBe(true);
        },
      ),
    );
  });
});

describe("orderings", () => {
  const sort = question({ kind: "order", prompt: "?", items: ["a", "b", "c", "d"] });
  const right = sort.items.map((_, item) => sort.shown.indexOf(item));
  test("[Q15] the share of items in place", () => {
    const swapped = [right[1], right[0], right[2], right[3]] as number[];
    const shifted = [...right.slice(1), right[0] as number];
    expect(kindOf(sort).grade(sort, { order: right })).toEqual({ correct: true, fraction: 1 });
    expect(kindOf(sort).grade(sort, { order: swapped })).toEqual({ correct: false, fraction: 0.5 });
    expect(kindOf(sort).grade(sort, { order: shifted })).toEqual({ correct: false, fraction: 0 });
    expect(kindOf(sort).key(sort)).toEqual({ order: right });
  });
});

describe("matching", () => {
  const cities = question({
    kind: "match",
    prompt: "?",
    pairs: [
      { item: "Paris", group: "Europe" },
      { item: "Hanoi", group: "Asia" },
      { item: "Rome", group: "Europe" },
      { item: "Lima", group: "America" },
    ],
  });
  const right = cities.shown.map((index) => cities.groups.indexOf(cities.pairs[index]!.group));

  test("[MT1] the share of items where they belong; right when all are", () => {
    const kind = kindOf(cities);
    const oneOff = right.with(2, (right[2]! + 1) % 3);
    expect(kind.key(cities)).toEqual({ match: right });
    expect(kind.grade(cities, { match: right })).toEqual({ correct: true, fraction: 1 });
    expect(kind.grade(cities, { match: oneOff })).toEqual({ correct: false, fraction: 0.75 });
    expect(
      kind
        .options(cities)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(["Hanoi", "Lima", "Paris", "Rome"]);
    expect(kind.details?.(cities).groups).toHaveLength(3);
  });

  test("[Q16] a bar for each item: how many put it where it belongs", () => {
    const bars = kindOf(cities).bars(cities, [
      { response: { match: right }, count: 3 },
      { response: { match: right.with(0, (right[0]! + 1) % 3) }, count: 2 },
    ]);
    expect(bars.map(({ count }) => count)).toEqual([3, 5, 5, 5]);
    expect(bars[0]?.label).toMatch(/^\w+ → \w+$/);
  });
});

describe("pins", () => {
  const map = question({
    kind: "pin",
    prompt: "?",
    // Twice as wide as high.
    media: { id: "0123456789abcdefghij-800x400.png", alt: "A map" },
    targets: [
      { x: 0.5, y: 0.5, radius: 0.1 },
      { x: 0.9, y: 0.1, radius: 0.02 },
    ],
  });
  const grade = (x: number, y: number) => kindOf(map).grade(map, { point: { x, y } }).correct;

  test("[PN1] right in any circle; a circle on the picture, whatever its proportions", () => {
    expect([grade(0.5, 0.5), grade(0.6, 0.5), grade(0.61, 0.5)]).toEqual([true, true, false]);
    expect([grade(0.5, 0.7), grade(0.5, 0.71)]).toEqual([true, false]);
    expect([grade(0.91, 0.1), grade(0.93, 0.1)]).toEqual([true, false]);
    expect(kindOf(map).key(map)).toEqual({ targets: map.targets });
  });

  test("[Q16] how many are on target, and where all are; thousands are gathered", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 3_000 }, () => ({
      response: { point: { x: random(), y: random() } },
      count: 1,
    }));
    const [hits, misses, ...places] = kindOf(map).bars(map, rows);
    expect(hits!.count + misses!.count).toBe(3_000);
    expect(places.length).toBeLessThanOrEqual(120);
    expect(places.every(({ point }) => point && point.x >= 0 && point.x <= 1)).toBe(true);
    const few = kindOf(map).bars(map, [
      { response: { point: { x: 0.5, y: 0.5 } }, count: 2 },
      { response: { point: { x: 0.1, y: 0.1 } }, count: 1 },
    ]);
    expect(few.map(({ count, correct }) => [count, correct])).toEqual([
      [2, true],
      [1, false],
      [2, true],
      [1, false],
    ]);
  });
});
