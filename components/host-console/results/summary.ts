import type { QuestionResults, Results } from "#lib/session/reports/results.ts";

/** Below this share of right answers a question is marked as worth going over again. */
const RETEACH_BELOW = 0.5;
/** Of fewer answers than this nothing is concluded. */
const ANSWERS_TO_JUDGE = 3;

/** Share of right answers, 0 to 1; null for polls, skipped questions and those nobody answered. */
export function rightShare({ correct, answered }: QuestionResults): number | null {
  return correct === null || answered === 0 ? null : correct / answered;
}

export function worthReteaching(question: QuestionResults): boolean {
  const share = rightShare(question);
  return share !== null && share < RETEACH_BELOW && question.answered >= ANSWERS_TO_JUDGE;
}

export interface Summary {
  players: number;
  answers: number;
  /** Right answers of all that could have been given to the scored questions that were played; null without any. */
  averageRight: number | null;
  hardest: QuestionResults | null;
}

export function summaryOf({ players, questions }: Results): Summary {
  const judged = questions.filter((question) => rightShare(question) !== null);
  const right = judged.reduce((sum, { correct }) => sum + (correct ?? 0), 0);
  const possible = judged.length * players.length;
  const byShare = judged.toSorted((a, b) => (rightShare(a) ?? 1) - (rightShare(b) ?? 1));
  const [lowest] = byShare;
  return {
    players: players.length,
    answers: questions.reduce((sum, { answered }) => sum + answered, 0),
    averageRight: possible === 0 ? null : right / possible,
    hardest: lowest && (rightShare(lowest) ?? 1) < 1 ? lowest : null,
  };
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
