import { expect, test } from "vitest";
import type { NamedDraft } from "#lib/quiz/drafts/merge-drafts.ts";
import { questionsFound } from "#lib/quiz/library/question-search.ts";
import { searchedWords } from "#lib/quiz/library/search-words.ts";

const QUIZ: NamedDraft = {
  title: "Capitals of Europe",
  questions: ["Oslo is in Norway.", "Łódź is a capital.", "Lima is in Peru."].map((prompt, at) => ({
    id: `q${at}`,
    kind: "truefalse",
    prompt,
    correct: true,
    timeLimitMs: 20_000,
    points: 1,
  })),
};
const found = (query: string, tags: string[] = []) =>
  questionsFound(QUIZ, tags, searchedWords(query)).map(({ place }) => place);

test("[ED8] a question is found by its words, some of which may be its quiz' own", () => {
  expect(found("oslo")).toEqual([0]);
  expect(found("europe nor")).toEqual([0]);
  expect(found("geo peru", ["geography"])).toEqual([]);
  expect(found("geography peru", ["geography"])).toEqual([2]);
  expect(found("lodz")).toEqual([1]);
  expect(found("europe")).toEqual([0, 1, 2]);
  expect(found("oslo peru")).toEqual([]);
  expect(questionsFound(QUIZ, [], null)).toHaveLength(3);
});
