import { expect, test } from "vitest";
import { sampleQuizzes } from "#drizzle/seeds/samples.ts";
import { KINDS, kindNames } from "#lib/quiz/kinds/registry.ts";
import { quizProblems } from "#lib/quiz/quiz.ts";

test.each(sampleQuizzes)("[Q1] the sample quiz “$title” can be played", (quiz) => {
  expect(quizProblems(quiz)).toEqual([]);
  expect(quiz.questions.length).toBeGreaterThanOrEqual(8);
  for (const question of quiz.questions) {
    if (KINDS[question.kind].scored) expect(question.explanation).toBeTruthy();
  }
});

test("the sample quizzes show every kind of question", () => {
  const used = new Set(sampleQuizzes.flatMap((quiz) => quiz.questions.map((question) => question.kind)));
  expect([...used].sort()).toEqual([...kindNames].sort());
});
