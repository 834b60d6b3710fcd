/** A player's totals in a session so far; stored on the player row, and recomputable from the answers. */
export interface PlayerTotals {
  score: number;
  /** Sum of the fair times of correct answers, in milliseconds: the tie-break. */
  correctTimeMs: number;
  /** Fully correct answers, also to questions worth 0 points. */
  correctCount: number;
  /** Answers to questions that were not voided, polls included. */
  answeredCount: number;
  /** Correct answers in a row, up to and including question `streakIndex`. */
  streak: number;
  /** The scored question the streak was last carried on by; null when there is no streak. */
  streakIndex: number | null;
}

export const NO_TOTALS: PlayerTotals = {
  score: 0,
  correctTimeMs: 0,
  correctCount: 0,
  answeredCount: 0,
  streak: 0,
  streakIndex: null,
};
