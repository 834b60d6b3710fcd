import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#lib/kernel/random.ts";
import { checkResponse } from "#lib/quiz/check-response.ts";
import { freezeQuiz, questionAt } from "#lib/quiz/freeze.ts";
import { kindOf } from "#lib/quiz/kinds/registry.ts";
import { parseQuiz } from "#lib/quiz/quiz.ts";
import { robotAnswer } from "#lib/rehearsal/robot-answer.ts";
import { robotsOf } from "#lib/rehearsal/robots.ts";
import { anyQuestion } from "../quiz/arbitraries.ts";

function frozen(question: unknown) {
  const parsed = parseQuiz({ title: "Any", questions: [question] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return freezeQuiz(parsed.value, seededRandom(7));
}

test("[TRY2] whatever is asked, a robot's answer fits, in time, and is right when it is skilled", () => {
  fc.assert(
    fc.property(anyQuestion, fc.integer(), fc.boolean(), (question, seed, skilled) => {
      const quiz = frozen(question);
      const asked = questionAt(quiz, 0);
      const answer = robotAnswer(quiz, 0, { skill: skilled ? 1 : 0, random: seededRandom(seed) });
      if (!answer) return expect(kindOf(asked).asks).toBe(false);
      const response = checkResponse(asked, answer.response);
      if (!response.ok) throw new Error(response.error.message);
      expect(answer.afterMs).toBeGreaterThan(0);
      expect(answer.afterMs).toBeLessThan(asked.timeLimitMs);
      const { correct } = kindOf(asked).grade(asked, response.value);
      if (skilled && correct !== null) expect(correct).toBe(true);
    }),
  );
});

test("[TRY2] the same session has the same robots with the same minds, another one has others", () => {
  const question = { kind: "truefalse", prompt: "?", correct: true };
  const minds = (sessionId: string) =>
    robotsOf(sessionId).map(({ name, skill, at }) => ({
      name,
      answer: robotAnswer(frozen(question), 0, { skill, random: at(0) }),
    }));
  expect(minds("a")).toEqual(minds("a"));
  expect(minds("a")).not.toEqual(minds("b"));
  expect(new Set(minds("a").map(({ name }) => name)).size).toBe(10);
  const afterMs = minds("a").map(({ answer }) => answer?.afterMs);
  expect(new Set(afterMs).size).toBe(10);
});
