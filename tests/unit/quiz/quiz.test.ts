import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { KINDS, kindNames, type QuestionInput } from "#lib/quiz/kinds/registry.ts";
import { parseQuiz, quizProblems, quizSchema } from "#lib/quiz/quiz.ts";
import { anyQuestion } from "./arbitraries.ts";

const DOCUMENTED = {
  title: "Capitals",
  questions: [
    {
      kind: "single",
      prompt: "…",
      options: [{ text: "Paris", correct: true }, { text: "Lyon" }],
      timeLimitMs: 20000,
      points: 1,
    },
    {
      kind: "multiple",
      prompt: "…",
      options: [{ text: "2", correct: true }, { text: "3", correct: true }, { text: "4" }],
    },
    { kind: "truefalse", prompt: "…", correct: true },
    { kind: "text", prompt: "…", accepted: ["Everest", "Mount Everest"] },
    { kind: "number", prompt: "…", correct: 42, tolerance: 2 },
    { kind: "number", prompt: "…", correct: 42, closest: true },
    { kind: "order", prompt: "…", items: ["first", "second", "third"] },
    { kind: "poll", prompt: "…", options: [{ text: "Tea" }, { text: "Coffee" }] },
  ],
};

const FINE = { kind: "truefalse", prompt: "Fine?", correct: true };

function problemsWith(question: object): string[] {
  return quizProblems({ title: "T", questions: [FINE, question] }).map((p) => `${p.path}: ${p.message}`);
}

describe("a quiz as hosts and API clients write it", () => {
  test("[Q1] the documented quiz is accepted, with its defaults filled in", () => {
    const parsed = parseQuiz(DOCUMENTED);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.questions[2]).toEqual({
      kind: "truefalse",
      prompt: "…",
      correct: true,
      timeLimitMs: 20_000,
      points: 1,
    });
    expect(parsed.value.questions[0]).toMatchObject({
      options: [{ correct: true }, { text: "Lyon", correct: false }],
    });
    expect(parsed.value.questions[7]).toMatchObject({ kind: "poll", points: 0 });
    expect(parseQuiz(parsed.value)).toEqual(parsed);
  });

  test("[Q1] what fits the schema once, fits it again unchanged", () => {
    fc.assert(
      fc.property(anyQuestion, (input) => {
        const once = quizSchema.parse({ title: "T", questions: [input] });
        expect(quizSchema.parse(once)).toEqual(once);
      }),
    );
  });

  test("[Q2] all problems come at once, each with its place", () => {
    const refused = parseQuiz({
      title: "  ",
      extra: 1,
      questions: [
        {
          kind: "single",
          prompt: "Which?",
          options: [
            { text: "A", correct: true },
            { text: "B", correct: true },
          ],
        },
        { kind: "riddle", prompt: "?" },
        { kind: "number", prompt: "", correct: "many", points: 3, timeLimitMs: 10 },
      ],
    });
    if (refused.ok) throw new Error("accepted");
    expect(refused.error.code).toBe("invalid_quiz");
    expect(refused.error.message).toBe("The quiz has 8 problems that must be fixed first.");
    expect(refused.error.problems).toEqual([
      { path: "title", message: "Give the quiz a title." },
      { path: "questions[0].options", message: "Mark exactly one option as correct; 2 are marked." },
      {
        path: "questions[1].kind",
        message: `Choose a kind: ${kindNames.join(", ")}.`,
      },
      { path: "questions[2].prompt", message: "Write the question." },
      { path: "questions[2].timeLimitMs", message: "The time limit must be at least 1 second (1000 ms)." },
      { path: "questions[2].points", message: "Points must be 0 (none), 1 (normal) or 2 (double)." },
      { path: "questions[2].correct", message: "This must be a number." },
      { path: "extra", message: "“extra” is not a field that belongs here." },
    ]);
  });

  test("[Q2] a quiz with one problem says so, and anything at all is answered with problems", () => {
    const refused = parseQuiz({ ...DOCUMENTED, title: undefined });
    expect(refused).toMatchObject({
      error: { message: "The quiz has one problem that must be fixed first." },
    });
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const answer = parseQuiz(anything);
        expect(!answer.ok && answer.error.problems?.length).toBeGreaterThan(0);
      }),
    );
  });

  test.each<[object, string]>([
    [
      { kind: "single", prompt: "?", options: [{ text: "A" }, { text: "B" }] },
      "questions[1].options: Mark the right one.",
    ],
    [
      { kind: "multiple", prompt: "?", options: [{ text: "A" }, { text: "B" }] },
      "questions[1].options: Mark the right ones, at least one.",
    ],
    [
      { kind: "single", prompt: "?", options: [{ text: "A", correct: true }] },
      "questions[1].options: A question needs at least 2 options; this one has 1.",
    ],
    [
      { kind: "poll", prompt: "?", options: "abcdefg".split("").map((text) => ({ text })) },
      "questions[1].options: A question can have at most 6 options; this one has 7.",
    ],
    [
      { kind: "poll", prompt: "?", options: [{ text: "A" }, { text: " A " }] },
      "questions[1].options: “A” is there twice.",
    ],
    [
      { kind: "poll", prompt: "?", options: [{ text: "A" }, { text: "B" }], points: 1 },
      "questions[1].points: A poll has no right answer, so its points must be 0.",
    ],
    [
      { kind: "poll", prompt: "?", options: [{ text: "A", correct: true }, { text: "B" }] },
      "questions[1].options[0].correct: “correct” is not a field that belongs here.",
    ],
    [
      { kind: "order", prompt: "?", items: ["a", "b"], shown: [1, 0] },
      "questions[1].shown: “shown” is not a field that belongs here.",
    ],
    [
      { kind: "text", prompt: "?", accepted: [] },
      "questions[1].accepted: Give at least one accepted answer.",
    ],
    [
      { kind: "text", prompt: "?", accepted: ["a", " "] },
      "questions[1].accepted[1]: Write an answer, or remove this one.",
    ],
    [
      { kind: "number", prompt: "?", correct: 1, tolerance: 1, closest: true },
      "questions[1].tolerance: Choose one: a tolerance, or the closest number wins.",
    ],
    [
      { kind: "number", prompt: "?", correct: Number.POSITIVE_INFINITY },
      "questions[1].correct: This must be a number.",
    ],
    [{ kind: "truefalse", prompt: "?" }, "questions[1].correct: Say whether the statement is true or false."],
    [
      { ...FINE, prompt: "x".repeat(301) },
      "questions[1].prompt: At most 300 characters fit here; this has 301.",
    ],
    [
      { ...FINE, explanation: "x".repeat(501) },
      "questions[1].explanation: At most 500 characters fit here; this has 501.",
    ],
  ])("[Q2] a problem is said in words a host understands (%#)", (question, problem) => {
    expect(problemsWith(question)).toEqual([problem]);
  });

  test("[Q3] text is trimmed, composed and freed of control characters and broken Unicode", () => {
    const quiz = quizSchema.parse({
      title: " Ze\u0301ro\u0000 \ud800",
      questions: [{ ...FINE, prompt: "two\nlines\u0007" }],
    });
    expect(quiz.title).toBe("Zéro");
    expect(quiz.questions[0]?.prompt).toBe("two\nlines");
  });

  test("[Q1] the schema can be written as JSON Schema for the API's description", () => {
    const schema = z.toJSONSchema(quizSchema, { io: "input" });
    expect(schema.required).toEqual(["title", "questions"]);
    expect(JSON.stringify(schema)).not.toContain('"shown":');
  });

  test.each(kindNames)("[Q4] a new %s question has the right shape and says what is missing", (name) => {
    const draft = KINDS[name].draft() as QuestionInput;
    const problems = quizProblems({ title: "T", questions: [draft] });
    expect(problems.map((p) => p.path)).toContain("questions[0].prompt");
    expect(problems.every((p) => /^(Write|“|Add the picture|Mark the right)/.test(p.message))).toBe(true);
    expect(KINDS[name].kind).toBe(name);
  });
});

describe("freezing", () => {
  test("[Q5] a session's copy shows every item once and never in the right order", () => {
    const items = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(
        items,
        fc.oneof(
          fc.nat().map(seededRandom),
          fc.constant(() => 0.999999),
        ),
        (list, random) => {
          const quiz = quizSchema.parse({
            title: "T",
            questions: [{ kind: "order", prompt: "?", items: list }],
          });
          const [question] = freezeQuiz(quiz, random).questions;
          if (question?.kind !== "order") throw new Error("not an order question");
          expect(question.shown.toSorted((a, b) => a - b)).toEqual(list.map((_, i) => i));
          expect(question.shown).not.toEqual(list.map((_, i) => i));
        },
      ),
    );
  });

  test("[Q5] editing the quiz afterwards does not reach the copy", () => {
    const quiz = quizSchema.parse(DOCUMENTED);
    const copy = freezeQuiz(quiz, seededRandom(1));
    const before = JSON.stringify(copy);
    for (const question of quiz.questions) question.prompt = "changed";
    if (quiz.questions[0]?.kind === "single") quiz.questions[0].options[0]!.text = "changed";
    expect(JSON.stringify(copy)).toBe(before);
  });
});
