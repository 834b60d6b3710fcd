/**
 * The port of the leaderboard: the store of all scores of a session. Postgres holds the truth; a store may lose
 * everything at any time and is then filled again from there (resilient-leaderboard.ts).
 *
 * Order: score descending, then total time of correct answers ascending, then join order (`seq`).
 * Rank is competition rank over (score, correctTimeMs): 1, 2, 2, 4. Join order only decides who is listed first.
 */
export interface LeaderboardStore {
  /**
   * Sets players' totals, absolute values: repeating is harmless. Adds players that are not there yet, but not those who
   * were removed. A player's `seq` never changes.
   */
  put(sessionId: string, entries: readonly LeaderboardEntry[]): Promise<void>;
  /** Takes players off the board for good: totals that are still on their way do not bring them back. */
  remove(sessionId: string, playerIds: readonly string[]): Promise<void>;
  /** Puts removed players back on the board. */
  restore(sessionId: string, entries: readonly LeaderboardEntry[]): Promise<void>;
  /** The first `limit` standings, in order. */
  top(sessionId: string, limit: number): Promise<Standing[]>;
  size(sessionId: string): Promise<number>;
  /** The standings of these players. Unknown players are left out of the map. */
  places(sessionId: string, playerIds: readonly string[]): Promise<Map<string, Place>>;
  /** Puts, and returns the standings of these players then: an acknowledgment waits for it. */
  putAndPlace(sessionId: string, entries: readonly LeaderboardEntry[]): Promise<Map<string, Place>>;
  /** Everybody, in order: for bulk work at a reveal, one call a node instead of one a player. */
  all(sessionId: string): Promise<Standing[]>;
  /** A sketch of the score distribution, best first, at most `count` cuts: a player with `score` has `rank`. */
  cuts(sessionId: string, count: number): Promise<Cut[]>;
  /** Whether the store holds the whole session, that is `markComplete` was called and nothing was lost since. */
  isComplete(sessionId: string): Promise<boolean>;
  markComplete(sessionId: string): Promise<void>;
  clear(sessionId: string): Promise<void>;
}

export interface LeaderboardEntry {
  playerId: string;
  name: string;
  /** Join order within the session, from 1. */
  seq: number;
  score: number;
  /** Sum of the fair times of correct answers, in milliseconds. */
  correctTimeMs: number;
}

/** One line of the board, as sent to screens. */
export interface Standing {
  rank: number;
  playerId: string;
  name: string;
  score: number;
}

export interface Place {
  rank: number;
  score: number;
  /** The player directly above with a strictly better rank, and by how many points; null for the first. */
  next: { playerId: string; name: string; gap: number } | null;
}

export interface Cut {
  rank: number;
  score: number;
}

/** Enough that a phone can tell its live rank to a few places in ten thousand, in about a kilobyte. */
export const BOARD_CUTS = 32;
