import { expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { freezeQuiz } from "#lib/quiz/freeze.ts";
import { toPublicQuestion } from "#lib/quiz/public-question.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { revealOf } from "#lib/quiz/reveal.ts";

test("[ED11] notes go with the session's copy, and neither with the open question nor with its reveal", () => {
  const notes = "Wait for the back row.";
  const parsed = parseQuiz({
    title: "Notes",
    questions: [
      { kind: "truefalse", prompt: "Oslo?", correct: true, explanation: "It is.", notes },
      { kind: "slide", prompt: "Hello", notes },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const quiz = freezeQuiz(parsed.value, seededRandom(1));
  expect(quiz.questions.map((question) => question.notes)).toEqual([notes, notes]);
  for (const index of [0, 1]) expect(JSON.stringify(toPublicQuestion(quiz, index))).not.toContain("Wait");
  expect(JSON.stringify(revealOf(quiz, 0))).not.toContain("Wait");
});
