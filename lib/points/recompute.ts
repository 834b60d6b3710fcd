import { type FrozenQuiz, questionAt } from "../quiz/freeze.ts";
import type { Grade } from "../quiz/kind.ts";
import type { Response } from "../quiz/response.ts";
import type { Surroundings } from "../quiz/surroundings.ts";
import { type AnswerOutcome, gradeAnswer } from "./grade-answer.ts";
import type { ProfileName } from "./profiles.ts";
import { scoredIndexes } from "./scored-indexes.ts";
import { NO_TOTALS, type PlayerTotals } from "./totals.ts";

export interface AnsweredQuestion {
  questionIndex: number;
  response: Response;
  elapsedMs: number;
  /** For a question that depends on everybody's responses, once it is settled. */
  settledGrade?: Grade | undefined;
}

export interface PlayerRecord {
  quiz: FrozenQuiz;
  profile: ProfileName;
  voided: readonly number[];
  /** One player's answers, at most one per question, in any order. */
  answers: readonly AnsweredQuestion[];
  around?: Surroundings;
}

/** A player's totals from nothing but the answers: what the stored totals must always equal. */
export function recomputeTotals(record: PlayerRecord): PlayerTotals {
  return recomputeAnswers(record).totals;
}

/**
 * The totals, and what each answer came to, by question. A voided question is as if never asked: streaks close over it,
 * and its answers come to nothing.
 */
export function recomputeAnswers({ quiz, profile, voided, answers, around }: PlayerRecord): {
  totals: PlayerTotals;
  outcomes: Map<number, AnswerOutcome>;
} {
  const scored = scoredIndexes(quiz, voided);
  const scoredQuestions = scoredIndexes(quiz, []).length;
  const outcomes = new Map<number, AnswerOutcome>();
  let totals = NO_TOTALS;
  for (const { questionIndex: index, ...answer } of answers.toSorted(
    (a, b) => a.questionIndex - b.questionIndex,
  )) {
    if (voided.includes(index)) {
      outcomes.set(index, { correct: null, fraction: 0, points: 0, streak: totals.streak });
      continue;
    }
    const question = questionAt(quiz, index);
    const graded = gradeAnswer({
      question,
      index,
      ...answer,
      profile,
      scoredIndexes: scored,
      scoredQuestions,
      totals,
      ...(around ? { around } : {}),
    });
    outcomes.set(index, graded.outcome);
    totals = graded.totals;
  }
  return { totals, outcomes };
}
