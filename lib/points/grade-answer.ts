import type { FrozenQuestion } from "../quiz/freeze.ts";
import { gradeResponse } from "../quiz/grade-response.ts";
import type { Grade } from "../quiz/kind.ts";
import { kindOf } from "../quiz/kinds/registry.ts";
import type { Response } from "../quiz/response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import { PROFILES, type ProfileName } from "./profiles.ts";
import type { PlayerTotals } from "./totals.ts";

/** The outcome of one answer. `correct` is null while undecided (closest number) and for polls. */
export interface AnswerOutcome {
  correct: boolean | null;
  fraction: number;
  points: number;
  /** The player's streak after this answer. */
  streak: number;
}

export interface AnswerToGrade {
  question: FrozenQuestion;
  index: number;
  /** As `checkResponse` returned it. */
  response: Response;
  /** Fair time (fair-time.ts). May exceed the authored limit when the host added time: that earns the curve's floor. */
  elapsedMs: number;
  profile: ProfileName;
  /** From `scoredIndexes`. */
  scoredIndexes: readonly number[];
  /** How many questions of the quiz earn points, voided ones included: what the profile shares its bonus among. */
  scoredQuestions: number;
  /** The player's totals before this answer. */
  totals: PlayerTotals;
  /** The grade of a question that is settled by everybody's responses, once it is; otherwise the question decides. */
  settledGrade?: Grade | undefined;
  around?: Surroundings;
}

/** Points of a 1× question. */
const POINTS_MAX = 1000;

/**
 * Grades and scores one answer, and adds it to the player's totals. A question worth points that is not among
 * `scoredIndexes` is voided: the answer is graded but leaves the totals as they are.
 */
export function gradeAnswer(answer: AnswerToGrade): { outcome: AnswerOutcome; totals: PlayerTotals } {
  const { question, index, response, elapsedMs, totals } = answer;
  const kind = kindOf(question);
  const { correct, fraction } = answer.settledGrade ?? gradeResponse(question, response, answer.around);

  const counts = answer.scoredIndexes.includes(index);
  if (kind.scored && question.points > 0 && !counts) {
    return { outcome: { correct, fraction, points: 0, streak: totals.streak }, totals };
  }

  const next = copyOf(totals);
  next.answeredCount += 1;
  if (correct === true) next.correctCount += 1;
  if (!counts || correct === null) {
    return { outcome: { correct, fraction, points: 0, streak: totals.streak }, totals: next };
  }

  next.streak = correct ? continuedStreak(answer) : 0;
  next.streakIndex = correct ? index : null;
  if (correct) next.correctTimeMs += elapsedMs;
  const points = PROFILES[answer.profile].points({
    fraction,
    elapsedMs,
    limitMs: question.timeLimitMs,
    pointsMax: POINTS_MAX * question.points,
    streak: next.streak,
    scoredQuestions: answer.scoredQuestions,
  });
  next.score += points;
  return { outcome: { correct, fraction, points, streak: next.streak }, totals: next };
}

/** Only the totals, without the object's other fields; by name, since spreading one costs ten times as much. */
function copyOf(totals: PlayerTotals): PlayerTotals {
  const { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex } = totals;
  return { score, correctTimeMs, correctCount, answeredCount, streak, streakIndex };
}

/** One more than before if the streak reaches to the scored question just before this one; a skipped question ends it. */
function continuedStreak({ index, scoredIndexes, totals }: AnswerToGrade): number {
  const before = scoredIndexes[scoredIndexes.indexOf(index) - 1];
  return before !== undefined && totals.streakIndex === before ? totals.streak + 1 : 1;
}
