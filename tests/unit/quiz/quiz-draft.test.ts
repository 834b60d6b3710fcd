import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDraft, type QuizDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { TYPED_MAX } from "#lib/quiz/drafts/unfinished.ts";
import { KINDS, kindNames } from "#lib/quiz/kinds/registry.ts";
import { countedIds, withQuestionIds } from "#lib/quiz/question-ids.ts";
import { parseQuiz, quizProblems } from "#lib/quiz/quiz.ts";
import { anyQuestion } from "./arbitraries.ts";

function kept(input: unknown): QuizDraft {
  const draft = parseDraft(input);
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  return draft.value;
}

function places(input: unknown): string[] {
  const draft = parseDraft(input);
  return draft.ok ? [] : (draft.error.problems ?? []).map(({ path }) => path);
}

test("[DR1] a question of every kind is kept as the editor starts it", () => {
  for (const kind of kindNames) {
    const question = KINDS[kind].draft();
    expect(kept({ title: "", questions: [question] })).toEqual({ title: "", questions: [question] });
  }
});

test("[DR1] texts are kept as they stand, too long or with a space at the end; only what no store takes is cleaned", () => {
  const prompt = `${"long ".repeat(200)}`;
  const quiz = kept({
    title: "Ha\u0000lf \ud800 ",
    questions: [{ kind: "text", prompt, accepted: [""] }],
  });
  expect(quiz.title).toBe("Ha lf   ");
  expect(quiz.questions[0]).toMatchObject({ prompt, accepted: [""] });
  expect(quizProblems(quiz).map(({ path }) => path)).toEqual([
    "questions[0].prompt",
    "questions[0].accepted[0]",
  ]);
});

test("[DR1] a number that is not written yet is missing, also where JSON made it null", () => {
  const [number, slider] = kept({
    questions: [
      { kind: "number", prompt: "?", correct: null },
      { kind: "slider", prompt: "?", min: 1, max: null },
    ],
  }).questions;
  expect(number).toEqual({
    kind: "number",
    prompt: "?",
    timeLimitMs: 20_000,
    points: 1,
    tolerance: 0,
    closest: false,
  });
  expect(slider).toMatchObject({ min: 1, max: undefined });
});

test("[DR1] what can never be part of a quiz is refused with its place", () => {
  expect(places({ questions: [{ kind: "essay" }] })).toEqual(["questions[0].kind"]);
  expect(places({ questions: [{ kind: "poll", color: "red" }], extra: 1 })).toEqual([
    "questions[0].color",
    "extra",
  ]);
  expect(places({ questions: [{ kind: "poll", media: { id: "../../etc" } }] })).toEqual([
    "questions[0].media.id",
  ]);
  expect(places({ title: "x".repeat(TYPED_MAX + 1) })).toEqual(["title"]);
  expect(places({ questions: Array.from({ length: 401 }, () => ({ kind: "slide" })) })).toEqual([
    "questions",
  ]);
  expect(places({ questions: [{ kind: "order", items: Array.from({ length: 51 }, () => "") }] })).toEqual([
    "questions[0].items",
  ]);
});

test("[DR1] [DR2] a quiz that can be played is kept unchanged, and nothing is to be finished in it", () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 5 }), (questions) => {
      const quiz = parseQuiz({ title: "Any", questions });
      if (!quiz.ok) throw new Error(JSON.stringify(quiz.error));
      expect(kept(quiz.value)).toEqual(quiz.value);
      expect(quizProblems(kept(quiz.value))).toEqual([]);
    }),
  );
});

const statement = (prompt: string, id?: string) => ({
  kind: "truefalse" as const,
  prompt,
  correct: true,
  timeLimitMs: 20_000,
  points: 1 as const,
  ...(id === undefined ? {} : { id }),
});
const idsOf = (named: readonly { id: string }[]) => named.map(({ id }) => id);

test("[DR4] questions sent without ids keep those of the same questions, wherever they were moved", () => {
  const before = [statement("Oslo", "a"), statement("Lima", "b"), statement("Rome", "c")];
  const sent = [statement("New"), statement("Rome"), { ...statement("Lima"), correct: false }];
  expect(idsOf(withQuestionIds(sent, before, countedIds()))).toEqual(["q1", "c", "b"]);
});

test("[DR4] an id is given once: a copied question gets one of its own", () => {
  const sent = [statement("Oslo", "q1"), statement("Oslo again", "q1"), statement("Lima")];
  expect(idsOf(withQuestionIds(sent, [], countedIds()))).toEqual(["q1", "q2", "q3"]);
});
