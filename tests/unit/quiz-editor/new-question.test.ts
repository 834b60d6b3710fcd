import { expect, test } from "vitest";
import { countWords } from "#components/quiz-editor/form/limited-text.tsx";
import { convertQuestion, newQuestion } from "#components/quiz-editor/new-question.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { kindNames } from "#lib/quiz/kinds/registry.ts";
import { quizProblems } from "#lib/quiz/quiz.ts";

const problemsOf = (question: QuestionDraft) =>
  quizProblems({ title: "T", questions: [question] }).map(({ message }) => message);

function written(kind: "single" | "multiple"): QuestionDraft {
  const fresh = newQuestion(kind) as Extract<QuestionDraft, { kind: "single" | "multiple" }>;
  const options = fresh.options.map((option, place) => ({ ...option, text: `Answer ${place}` }));
  return { ...fresh, prompt: "Which?", options } as QuestionDraft;
}

test("[DR10] nothing is marked as right in a new question of any kind, and where that is missing it is said", () => {
  for (const kind of kindNames) {
    const text = JSON.stringify(newQuestion(kind));
    expect([kind, text.includes('"correct":true')]).toEqual([kind, false]);
  }
  expect(problemsOf(written("single"))).toEqual(["Mark the right one."]);
  expect(problemsOf(written("multiple"))).toEqual(["Mark the right ones, at least one."]);
  expect(problemsOf(newQuestion("truefalse"))).toContain("Say whether the statement is true or false.");
});

test("[DR10] a poll that becomes a single choice marks nothing; of several marks the first stays", () => {
  const poll = { ...newQuestion("poll"), options: [{ text: "Tea" }, { text: "Milk" }] } as QuestionDraft;
  const marks = (question: QuestionDraft) =>
    "options" in question && question.options.map((option) => "correct" in option && option.correct);
  expect(marks(convertQuestion(poll, "single"))).toEqual([false, false]);
  const several = convertQuestion(poll, "multiple") as Extract<QuestionDraft, { kind: "multiple" }>;
  const marked = { ...several, options: several.options.map((option) => ({ ...option, correct: true })) };
  expect(marks(convertQuestion(marked, "single"))).toEqual([true, false]);
});

test.each([
  [0, ""],
  [239, ""],
  [240, "60 characters left"],
  [299, "1 character left"],
  [300, "0 characters left"],
  [301, "1 character too many"],
  [312, "12 characters too many"],
])("[DR11] %d of 300 characters: “%s”", (length, words) => {
  expect(countWords(length, 300)).toBe(words);
});
