import { expect, test } from "vitest";
import { newQuestion } from "#components/quiz-editor/new-question.ts";
import { previewQuestion } from "#components/quiz-editor/preview/preview-question.ts";
import type { QuestionDraft } from "#lib/quiz/drafts/quiz-draft.ts";
import { kindNames } from "#lib/quiz/kinds/registry.ts";

test.each(kindNames)("[ED1] a new question of kind %s has a screen before a word is written", (kind) => {
  const shown = previewQuestion(newQuestion(kind), 1, 3);
  expect(shown).toMatchObject({ kind, index: 1, total: 3, prompt: "Your question" });
  for (const { text } of [...shown.options, ...(shown.groups ?? [])]) expect(text).not.toBe("");
});

test("[ED1] the preview has what phones get, and never the key", () => {
  const question: QuestionDraft = {
    kind: "single",
    prompt: "Is **a** b?",
    timeLimitMs: 20_000,
    points: 2,
    plainText: true,
    options: [
      { text: "yes", correct: true },
      { text: "", correct: false },
      { text: "no", correct: false },
      { text: "", correct: false },
    ],
  };
  const shown = previewQuestion(question, 0, 1);
  expect(shown.options).toEqual([{ text: "yes" }, { text: "…" }, { text: "no" }]);
  expect(shown).toMatchObject({ points: 2, plainText: true });
  expect(JSON.stringify(shown)).not.toContain("correct");
});

test("[ED1] a slider without ends, or with impossible ones, stands on a range of its own", () => {
  const slider = newQuestion("slider") as Extract<QuestionDraft, { kind: "slider" }>;
  const range = { min: 0, max: 100, step: 1 };
  expect(previewQuestion({ ...slider, min: undefined }, 0, 1).steps).toEqual(range);
  expect(previewQuestion({ ...slider, min: 5, max: 5 }, 0, 1).steps).toEqual(range);
  expect(previewQuestion({ ...slider, step: 0 }, 0, 1).steps).toEqual(range);
  expect(previewQuestion({ ...slider, min: 1900, max: 2000 }, 0, 1).steps).toMatchObject({ min: 1900 });
});

test("[ED1] an ordering keeps its shuffle while its words are written", () => {
  const items = (words: string[]) =>
    previewQuestion({ ...newQuestion("order"), items: words } as QuestionDraft, 0, 1).options.map(
      ({ text }) => text,
    );
  const before = items(["a", "b", "c", "d"]);
  expect(before).not.toEqual(["a", "b", "c", "d"]);
  expect(items(["a", "b", "c", "dd"])).toEqual(before.map((item) => (item === "d" ? "dd" : item)));
});
