import type { PlayerResult, QuestionResults, Results } from "#lib/session/reports/results.ts";

/** Below this share of right answers a question is marked as worth going over again. */
const RETEACH_BELOW = 0.5;
/** Of fewer answers than this nothing is concluded. */
const ANSWERS_TO_JUDGE = 3;

/** Asked, with a right answer, and not skipped: what "3 of 10 right" counts, also where nobody answered. */
export function judgedOf(questions: readonly QuestionResults[]): QuestionResults[] {
  return questions.filter(({ correct, asked }) => correct !== null && asked);
}

/**
 * Share of right answers, 0 to 1; null for polls, skipped questions and those nobody answered. Null too where the closest
 * number wins: one of thirty is right there however good the answers are.
 */
export function rightShare({ correct, answered, closest }: QuestionResults): number | null {
  return correct === null || answered === 0 || closest ? null : correct / answered;
}

export function worthReteaching(question: QuestionResults): boolean {
  const share = rightShare(question);
  return share !== null && share < RETEACH_BELOW && question.answered >= ANSWERS_TO_JUDGE;
}

export interface Summary {
  players: number;
  answers: number;
  /** How many questions have a right answer; without any there is nothing to say about right and wrong. */
  judged: number;
  /**
   * Right answers of all that could have been given to the questions that were asked, closest-number ones left out; null
   * without any.
   */
  averageRight: number | null;
  /** "none" where every answer was right; null where nothing can be said. */
  hardest: QuestionResults | "none" | null;
}

export function summaryOf({ players, questions }: Results): Summary {
  const judged = judgedOf(questions).filter(({ closest }) => !closest);
  const right = judged.reduce((sum, { correct }) => sum + (correct ?? 0), 0);
  const possible = judged.length * players.length;
  const shared = judged.flatMap((question) => {
    const share = rightShare(question);
    return share === null ? [] : [{ question, share }];
  });
  const [lowest] = shared.toSorted((a, b) => a.share - b.share);
  return {
    players: players.length,
    answers: questions.reduce((sum, { answered }) => sum + answered, 0),
    judged: judgedOf(questions).length,
    averageRight: possible === 0 ? null : right / possible,
    hardest: !lowest ? null : lowest.share < 1 ? lowest.question : "none",
  };
}

/** Whether there are points: without, there is no first place. */
export function hasPlaces(players: readonly PlayerResult[]): boolean {
  return players.some(({ score }) => score > 0);
}

/** The closest players, and how far off half of the answers were at most; null where that is not asked or there are no answers. */
export function closestOf(
  { index, key, closest }: QuestionResults,
  players: readonly PlayerResult[],
): { names: string[]; off: number; halfWithin: number } | null {
  if (!closest || key === null || !("number" in key)) return null;
  const given = players.flatMap(({ name, answers }) => {
    const response = answers[index]?.response;
    return response && "number" in response ? [{ name, off: Math.abs(response.number - key.number) }] : [];
  });
  const sorted = given.toSorted((a, b) => a.off - b.off);
  const [best, half] = [sorted[0], sorted[Math.ceil(sorted.length / 2) - 1]];
  if (!best || !half) return null;
  const names = sorted.filter(({ off }) => off === best.off).map(({ name }) => name);
  return { names, off: rounded(best.off), halfWithin: rounded(half.off) };
}

/** Without the tails that differences of decimals have. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
