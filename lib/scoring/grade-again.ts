import type { AnswerOutcome } from "../points/grade-answer.ts";
import { recomputeAnswers } from "../points/recompute.ts";
import type { PlayerTotals } from "../points/totals.ts";
import type { Grade } from "../quiz/kind.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import type { StoredAnswer } from "../session/answer-store.ts";
import type { Session } from "../session/session.ts";

/**
 * The outcome of one question and the player's totals, from all answers of the player. The other questions keep the grade
 * they have. Without a grade of its own, this one is graded by its question.
 */
export function gradeAgain(
  { quiz, settings, voided }: Session,
  answers: readonly Pick<StoredAnswer, "questionIndex" | "response" | "elapsedMs" | "correct" | "fraction">[],
  index: number,
  grade: Grade | null,
  around?: Surroundings,
): { outcome: AnswerOutcome; totals: PlayerTotals } {
  const { totals, outcomes } = recomputeAnswers({
    quiz,
    profile: settings.profile,
    voided,
    ...(around ? { around } : {}),
    answers: answers.map(({ questionIndex, response, elapsedMs, correct, fraction }) => ({
      questionIndex,
      response,
      elapsedMs,
      settledGrade:
        questionIndex === index ? (grade ?? undefined) : correct === null ? undefined : { correct, fraction },
    })),
  });
  const nothing = { correct: null, fraction: 0, points: 0, streak: totals.streak };
  return { outcome: outcomes.get(index) ?? nothing, totals };
}
