import { type AnswerOutcome, gradeAnswer } from "#lib/points/grade-answer.ts";
import type { ProfileName } from "#lib/points/profiles.ts";
import { scoredIndexes } from "#lib/points/scored-indexes.ts";
import { NO_TOTALS, type PlayerTotals } from "#lib/points/totals.ts";
import type { FrozenQuiz } from "#lib/quiz/freeze.ts";
import type { QuestionInput } from "#lib/quiz/kinds/registry.ts";
import type { Response } from "#lib/quiz/response.ts";
import { frozen } from "../quiz/arbitraries.ts";

export const statement = (points: 0 | 1 | 2 = 1): QuestionInput => ({
  kind: "truefalse",
  prompt: "So?",
  correct: true,
  points,
});
export const poll: QuestionInput = { kind: "poll", prompt: "?", options: [{ text: "a" }, { text: "b" }] };
export const guess: QuestionInput = { kind: "number", prompt: "?", correct: 100, closest: true };
export const RIGHT: Response = { choice: 0 };
export const WRONG: Response = { choice: 1 };

/** Plays questions in order; `null` is no answer. */
export function play(
  quiz: FrozenQuiz,
  responses: readonly (Response | null)[],
  profile: ProfileName = "classic-streak",
): { totals: PlayerTotals; outcomes: (AnswerOutcome | null)[] } {
  let totals = NO_TOTALS;
  const outcomes = responses.map((response, index) => {
    if (!response) return null;
    const question = quiz.questions[index]!;
    const graded = gradeAnswer({
      question,
      index,
      response,
      elapsedMs: 400,
      profile,
      scoredIndexes: scoredIndexes(quiz, []),
      scoredQuestions: scoredIndexes(quiz, []).length,
      totals,
    });
    totals = graded.totals;
    return graded.outcome;
  });
  return { totals, outcomes };
}

export function quizOf(...questions: QuestionInput[]): FrozenQuiz {
  return frozen({ title: "T", questions });
}
