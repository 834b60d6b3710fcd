import type { LeaderboardStore } from "../../leaderboard/leaderboard-store.ts";
import type { PlayerStore } from "../player-store.ts";
import type { SessionStore } from "../session-store.ts";
import type { SessionBus } from "./bus.ts";
import type { LiveSessions } from "./live-sessions.ts";

/**
 * Deletes what was played, for good (docs/decisions/040). The database first; then every node that has the session is
 * told, and drops its copy and its sockets. A node that misses the notice finds out by comparing versions.
 */
export interface Deletion {
  /** In any phase: a session that is being played ends with it. False if there is none. */
  session(sessionId: string): Promise<boolean>;
  /** With all answers. No other player's answers, points and totals change. False if there is none. */
  player(sessionId: string, playerId: string): Promise<boolean>;
  stop(): void;
}

interface Deps {
  sessions: SessionStore;
  players: PlayerStore;
  leaderboard: LeaderboardStore;
  live: LiveSessions;
  bus: SessionBus;
  onError(error: unknown, doing: string): void;
}

export function createDeletion({ sessions, players, leaderboard, live, bus, onError }: Deps): Deletion {
  /** Every node does so: it may have written to the board since, or have one of its own. */
  const stop = live.onEvent(({ session }, event) => {
    if (event.type === "deleted") void clearBoard(session.id);
  });

  /** Names on a board that cannot be reached go when Redis lets it expire. */
  async function clearBoard(sessionId: string): Promise<void> {
    await leaderboard.clear(sessionId).catch((error) => onError(error, "clearing a board"));
  }

  return {
    async session(sessionId) {
      if (!(await sessions.remove(sessionId))) return false;
      bus.publish(sessionId, { type: "deleted" });
      await clearBoard(sessionId);
      return true;
    },
    async player(sessionId, playerId) {
      if (!(await players.remove(sessionId, playerId))) return false;
      bus.publish(sessionId, { type: "removed", playerIds: [playerId] });
      await leaderboard
        .remove(sessionId, [playerId])
        .catch((error) => onError(error, "taking a deleted player off the board"));
      return true;
    },
    stop,
  };
}
