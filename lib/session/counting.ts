import type { LiveSession } from "./live/live-session.ts";
import type { QuestionResult } from "./phases/phase.ts";
import type { Player } from "./player-store.ts";
import type { Session } from "./session.ts";

/** The port by which a session has answers counted and boards written; implemented above it, in lib/scoring/counting.ts. */
export interface Counting {
  /** Calls `listener` when this node has stored answers that the count of their question may have missed. */
  onUncounted(listener: (sessionId: string, questionIndex: number) => void): void;
  /** Counts a closed question, writes totals to the leaderboard, and says how the room did. Safe to repeat. */
  settle(live: LiveSession, index: number): Promise<QuestionResult>;
  /** Decides grades a last time, as the session ends. */
  settleAll(session: Session): Promise<void>;
  /** Writes everybody's totals to the leaderboard again: what the podium shows must not depend on any earlier write. */
  writeBoard(sessionId: string): Promise<void>;
  /** Writes the board again if it does not hold so many players. */
  checkBoard(sessionId: string, players: number): Promise<void>;
  /** Takes a removed player off the board, or puts one back who was let in again. */
  playerChanged(player: Player, change: "removed" | "restored"): Promise<void>;
}
