/**
 * Score and time of a player in one number whose ascending order is the order of the board: the more points the smaller,
 * and among equal points the less time the smaller. Sorted sets keep scores as doubles, which are exact for integers below
 * 2^53; those 53 bits are shared out as 26 for the score and 27 for the time.
 */
const TIME_SPAN = 2 ** 27;

/** 67 million points: a session of 500 questions at 2,000 points is at one million. */
export const SCORE_MAX = 2 ** 26 - 1;
/** 37 hours: 500 questions answered correctly in the last of four minutes add up to 33. */
export const CORRECT_TIME_MAX_MS = TIME_SPAN - 1;

/** Values out of bounds are clamped, fractions rounded: scores below 0 count as 0. */
export function packScore({ score, correctTimeMs }: { score: number; correctTimeMs: number }): number {
  return (SCORE_MAX - clamp(score, SCORE_MAX)) * TIME_SPAN + clamp(correctTimeMs, CORRECT_TIME_MAX_MS);
}

export function unpackScore(packed: number): { score: number; correctTimeMs: number } {
  return { score: scoreOf(packed), correctTimeMs: packed % TIME_SPAN };
}

export function scoreOf(packed: number): number {
  return SCORE_MAX - Math.floor(packed / TIME_SPAN);
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(Math.round(value) || 0, 0), max);
}
