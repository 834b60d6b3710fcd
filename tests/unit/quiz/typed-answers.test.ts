import { expect, test } from "vitest";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import type { AskedText } from "#lib/quiz/kinds/text/text.ts";
import { PAIR_GROUPS as OF_SIGNS, type TypedPair } from "./typed-pairs.ts";
import { NAMED_PAIRS } from "./typed-pairs-named.ts";
import { SAID_PAIRS } from "./typed-pairs-said.ts";

const PAIR_GROUPS = [...OF_SIGNS, ...SAID_PAIRS, ...NAMED_PAIRS];

function asked({ accepted, language }: TypedPair, typoTolerance: boolean): AskedText {
  return {
    kind: "text",
    prompt: "?",
    timeLimitMs: 20_000,
    points: 1,
    accepted: [accepted],
    typoTolerance,
    language,
  };
}

function isMisjudged(pair: TypedPair): boolean {
  const question = asked(pair, false);
  return kindOf(question).grade(question, { text: pair.given }).correct !== pair.right;
}

const pairs = PAIR_GROUPS.flatMap((group) => group.pairs);

// The names print the table: how many of each group are misjudged, before and now.
for (const { name, pairs: group, before } of PAIR_GROUPS) {
  const misjudged = group.filter(isMisjudged);
  const count = `${misjudged.length} of ${group.length} misjudged, ${before} when compared as words`;
  test(`[Q22] ${name}: ${count}`, () => {
    expect(misjudged.map(({ accepted, given, right }) => ({ accepted, given, right }))).toEqual([]);
  });
}

test("[Q22] the table holds 300 pairs and more in 12 languages and more, each once", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(new Set(pairs.map(({ language }) => language)).size).toBeGreaterThan(12);
  expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(pairs.length);
});

test("[Q22] an answer is the same as itself, whatever it is made of", () => {
  const texts = pairs.flatMap(({ accepted, given, language }) =>
    [accepted, given].map((text) => ({
      accepted: text,
      given: text,
      right: true,
      ...(language ? { language } : {}),
    })),
  );
  expect(texts.filter(isMisjudged)).toEqual([]);
});

test("[Q12] no slip is forgiven in digits, signs and units", () => {
  const exact = [
    ["y=-2x+1234567", "y=2x+1234567"],
    ["12345678", "12345679"],
    ["10^-30000", "10^30000"],
    ["5 kilometers", "5 kilometer per hour"],
    ["print(value)", "print value"],
  ] as const;
  const accepted = exact.filter(([wanted, given]) => {
    const question = asked({ accepted: wanted, given, right: false }, true);
    return kindOf(question).grade(question, { text: given }).correct;
  });
  expect(accepted).toEqual([]);
});

test("[Q16] [Q22] the same answer in other words is one bar; right and wrong ones are never one", () => {
  const question = asked({ accepted: "1,500 km", given: "", right: true, language: "en" }, false);
  const rows = ["1500 km", "1.5e3 kilometers", "1 500 km", "1.5 km", "1500 m"].map((text, i) => ({
    response: { text },
    count: 9 - i,
  }));
  expect(kindOf(question).bars(question, rows)).toEqual([
    { label: "1500 km", count: 9 + 8 + 7, correct: true },
    { label: "1.5 km", count: 6, correct: false },
    { label: "1500 m", count: 5, correct: false },
  ]);
});
