import type { LeaderboardEntry, LeaderboardStore } from "./leaderboard-store.ts";

/**
 * A store that can be filled again from the truth while nodes go on putting totals into it, and while several nodes may
 * have the same idea. Why no total is lost or overwritten by an older one: totals are in Postgres before they are put,
 * and the truth is read after `startRebuild` emptied the store. So a put is either in what was read, or it comes after the
 * emptying; then it is in the store, and `fill` leaves what it finds.
 */
export interface RebuildableLeaderboard extends LeaderboardStore {
  /**
   * Empties the session and returns the id of this rebuild. Who was removed stays out, since late totals of theirs may
   * still come. Null while another rebuild is under way; one that does not finish within seconds is given up, and can do
   * nothing any more.
   */
  startRebuild(sessionId: string): Promise<string | null>;
  /**
   * Adds the players who are not there yet. A player removed before this rebuild began is on the board again: the truth
   * was read later and has them, so they were restored, and the store never heard of it. A total that was put for them
   * since the rebuild began is newer, and kept. Does nothing once another rebuild has started.
   */
  fill(sessionId: string, rebuildId: string, entries: readonly LeaderboardEntry[]): Promise<void>;
  /** Marks the session complete. False if the store was emptied since: start again. */
  finishRebuild(sessionId: string, rebuildId: string): Promise<boolean>;
}

/** After this long, a rebuild that has not finished is taken for dead. */
export const REBUILD_LEASE_MS = 5_000;
