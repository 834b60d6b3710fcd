import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "#lib/kernel/edit-distance.ts";
import { answerWords } from "#lib/quiz/answer-words.ts";
import { kindOf, type Question, questionSchema } from "#lib/quiz/kinds/registry.ts";
import { normalizeText } from "#lib/quiz/kinds/text/normalize.ts";
import { wordsOf } from "#lib/quiz/kinds/text/words.ts";
import type { Surroundings } from "#lib/quiz/surroundings.ts";
import { openWordLists } from "#lib/runtime/word-lists.ts";
import { type Pair, pairs } from "./slip-pairs.ts";

const { listsWith } = openWordLists();
const AROUND: Surroundings = { listsWith, isAnswerWord: () => false };

function typed(accepted: string[], more: { notAccepted?: string[] } = {}): Question {
  return questionSchema.parse({ kind: "text", prompt: "?", accepted, typoTolerance: true, ...more });
}

function isRight({ typed: text, accepted }: Pair, around: Surroundings = AROUND): boolean {
  const question = typed([accepted]);
  return kindOf(question).grade(question, { text }, around).correct === true;
}

const named = (list: readonly Pair[]) => list.map(({ typed, accepted }) => `${typed} = ${accepted}`);

describe("[Q12] a slip is no choice", () => {
  test.each(["en", "de", "fr", "es", "vi", "ar", "others"])(
    "no other thing is taken for right: %s",
    (language) => {
      const others = pairs("other").filter((pair) => pair.language === language);
      expect(others.length).toBeGreaterThan(5);
      expect(named(others.filter((pair) => isRight(pair)))).toEqual([]);
    },
  );

  test("what is written badly is forgiven, but for these, which the host sees at the reveal", () => {
    expect(named(pairs("slip").filter((pair) => !isRight(pair)))).toEqual([
      "Massachusets = Massachusetts",
      "Micheal Jackson = Michael Jackson",
      "sulphur = sulfur",
      "Tutankhamum = Tutankhamun",
      "Thaái Nguyêên = Thái Nguyên",
      "Phú Quôốc = Phú Quốc",
    ]);
  });

  test("a replaced letter is another word where no list can say that it is none", () => {
    const polish = Object.assign(typed(["Irlandia"]), { language: "pl" });
    const graded = ["Islandia", "Irlndia", "Irladnia", "Irrlandia"].map(
      (text) => kindOf(polish).grade(polish, { text }, AROUND).correct,
    );
    expect(graded).toEqual([false, true, true, true]);
  });

  test("nor is one forgiven where the language is not known and no list has the word", () => {
    const latin = typed(["portare"]);
    const graded = ["portate", "portaer", "portarre", "potare"].map(
      (text) => kindOf(latin).grade(latin, { text }, AROUND).correct,
    );
    expect(graded).toEqual([false, true, true, true]);
  });

  test("[Q24] a spelling that is ruled out is wrong, though it differs by accents alone", () => {
    const plural = typed(["Mutter"], { notAccepted: ["Mütter"] });
    const graded = ["Mutter", "mutter", "Mütter", "mütter"].map(
      (text) => kindOf(plural).grade(plural, { text }, AROUND).correct,
    );
    expect(graded).toEqual([true, true, false, false]);
  });

  test("nothing is forgiven that is further away than one letter in five, two in ten", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aeinrst "), minLength: 3, maxLength: 16 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [given, wanted] = [normalizeText(a), normalizeText(b)];
        if (given === wanted || wanted.trim() === "" || !isRight({ typed: a, accepted: b })) return;
        const allowed = wanted.length >= 10 ? 2 : 1;
        expect(wanted.length).toBeGreaterThanOrEqual(5);
        expect(given[0]).toBe(wanted[0]);
        expect(editDistance([...given], [...wanted], 3)).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  test("an answer or option of the quiz is never a slip for another", () => {
    const quiz = [
      typed(["Brandlhuber"]),
      questionSchema.parse({
        kind: "single",
        prompt: "?",
        options: [{ text: "Professor Brandlhube", correct: true }, { text: "Nobody" }],
      }),
    ];
    const words = answerWords(quiz);
    const around = { listsWith, isAnswerWord: (word: string) => words.has(word) };
    const pair = { typed: "Brandlhube", accepted: "Brandlhuber" };
    expect([isRight(pair), isRight(pair, around)]).toEqual([true, false]);
    expect(isRight({ typed: "Brandlhubr", accepted: "Brandlhuber" }, around)).toBe(true);
  });

  test("what questions let players choose from are their words: options, items, pairs and groups", () => {
    const parsed = [
      { kind: "multiple", options: [{ text: "Alpha", correct: true }, { text: "Beta" }] },
      { kind: "order", items: ["Gamma", "Delta Cephei"] },
      {
        kind: "match",
        pairs: [
          { item: "Epsilon", group: "Zeta" },
          { item: "Eta", group: "Theta" },
        ],
      },
      { kind: "text", accepted: ["Iota-Kappa"] },
    ].map((question) => ({ ...question, prompt: "?" }));
    const frozen = parsed.map((input) => {
      const question = questionSchema.parse(input);
      return kindOf(question).freeze(question, () => 0.5);
    });
    expect([...answerWords(frozen)]).toEqual(
      expect.arrayContaining([
        "alpha",
        "beta",
        "gamma",
        "delta",
        "cephei",
        "epsilon",
        "zeta",
        "theta",
        "kappa",
      ]),
    );
  });
});

describe("[Q24] what the author has ruled out", () => {
  const grade = (question: Question, text: string) =>
    kindOf(question).grade(question, { text }, AROUND).correct;

  test("is never forgiven, in any spelling, nor what is as near to it", () => {
    const open = typed(["Reykjavik"]);
    const strict = typed(["Reykjavik"], { notAccepted: ["Reykjavig"] });
    expect([grade(open, "Reykjavig"), grade(strict, "REYKJAVIG!")]).toEqual([true, false]);
    expect([grade(open, "Reykjavi"), grade(strict, "Reykjavi")]).toEqual([true, false]);
    expect([grade(strict, "Rekjavik"), grade(strict, "Reykjavík")]).toEqual([true, true]);
  });

  test("can be up to twenty texts, and a quiz without the list is as valid as ever", () => {
    const fits = (notAccepted: unknown) =>
      questionSchema.safeParse({ kind: "text", prompt: "?", accepted: ["a"], notAccepted }).success;
    expect([fits(undefined), fits([]), fits(["b"]), fits([""]), fits("b")]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(fits(Array.from({ length: 21 }, (_, i) => `wrong ${i}`))).toBe(false);
  });
});

describe("[Q25] near misses", () => {
  function missesOf(question: Question, texts: Record<string, number>, right: readonly string[] = []) {
    const rows = Object.entries(texts).map(([text, count]) => ({
      response: { text },
      count,
      correct: right.includes(text) ? count : 0,
    }));
    return kindOf(question).nearMisses?.(question, rows);
  }

  test("are close, wrong and not ruled out; spellings count together, the most frequent first", () => {
    const question = typed(["Mount Everest"], { notAccepted: ["Mont Everest"] });
    const given = {
      "Muont Everst": 2,
      "mont everest": 9,
      "Mount Everset": 5,
      Everest: 3,
      "EVEREST!": 1,
      K2: 8,
      "big Mount Everest": 1,
      "Mount Elbrus": 4,
      "mount everest": 20,
    };
    expect(missesOf(question, given, ["Mount Everset", "mount everest"])).toEqual([
      { text: "Everest", count: 4 },
      { text: "Muont Everst", count: 2 },
      { text: "big Mount Everest", count: 1 },
    ]);
  });

  test("another number or sign is none", () => {
    expect(missesOf(typed(["1969"]), { "1968": 3, "1969 AD": 1, "19 69": 1 })).toEqual([
      { text: "1969 AD", count: 1 },
    ]);
    expect(missesOf(typed(["C++"]), { "C+": 1, C: 4, "C#": 1 })).toEqual([]);
  });

  test("may have their words in another order", () => {
    const given = { "Picaso Pablo": 2, "Picasso, Pablo": 1, "Pablo Neruda": 5 };
    expect(missesOf(typed(["Pablo Picasso"]), given)?.map(({ text }) => text)).toEqual([
      "Picaso Pablo",
      "Picasso, Pablo",
    ]);
  });

  test("are eight at most, whatever ten thousand players wrote", () => {
    const given = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`Everest${String.fromCharCode(97 + (i % 26))} ${i}`, 1]),
    );
    for (let i = 0; i < 26; i++) given[`Evarest${String.fromCharCode(97 + i)}`] = 2;
    expect(missesOf(typed(["Everest"]), given)).toHaveLength(8);
  });
});

describe("word lists", () => {
  test("are of words as they are compared, in order, and none is missed", async () => {
    for (const word of ["iceland", "ireland", "nitrite", "kirche", "caballo", "coussin", "truong"])
      expect(listsWith(word), word).toBeGreaterThan(0);
    for (const word of ["", "a", "zzzzzz", "icelan", "irelandd", "\u{10ffff}"])
      expect(listsWith(word)).toBe(0);
    expect(listsWith("color") & listsWith("colour")).toBe(0);
  });
});

test("words are what stands between spaces, dashes and articles", () => {
  expect(wordsOf("Saint-Étienne du  Rouvray")).toEqual(["saint", "etienne", "du", "rouvray"]);
  expect(wordsOf("l'Islande, d’Artagnan")).toEqual(["l", "islande", "d", "artagnan"]);
  expect(wordsOf("Qur'an")).toHaveLength(1);
  expect(wordsOf(" … ")).toEqual([]);
});
