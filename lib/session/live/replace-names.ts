import type { Clock } from "../../kernel/clock.ts";
import type { LeaderboardStore } from "../../leaderboard/leaderboard-store.ts";
import { type PlayerStore, seatOf } from "../player-store.ts";
import type { RetentionStore } from "../retention-store.ts";
import type { SessionBus } from "./bus.ts";

interface Deps {
  retention: Pick<RetentionStore, "replaceNames">;
  players: Pick<PlayerStore, "list">;
  leaderboard: Pick<LeaderboardStore, "clear">;
  bus: Pick<SessionBus, "publish">;
  clock: Clock;
  onError(error: unknown, doing: string): void;
}

/**
 * Puts “Player 12” in the place of every name of a session, for good; all else stays. Nodes that still have a copy are
 * told, and the board, which holds names, is made anew when somebody asks for it. False if there is no such session.
 */
export type ReplaceNames = (sessionId: string) => Promise<boolean>;

/** So many players are told of in one notice. */
const SEATS_PER_NOTICE = 500;

export function createReplaceNames(deps: Deps): ReplaceNames {
  const { retention, players, leaderboard, bus, clock, onError } = deps;
  return async (sessionId) => {
    if (!(await retention.replaceNames(sessionId, clock.now()))) return false;
    const present = (await players.list(sessionId)).filter(({ removedAtMs }) => removedAtMs === null);
    for (let from = 0; from < present.length; from += SEATS_PER_NOTICE) {
      const seats = present.slice(from, from + SEATS_PER_NOTICE).map(seatOf);
      bus.publish(sessionId, { type: "joined", players: seats });
    }
    await leaderboard.clear(sessionId).catch((error) => onError(error, "clearing a board"));
    return true;
  };
}
