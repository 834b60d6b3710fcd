import type { You } from "../../session/players/you.ts";
import type { LiveBoard } from "./live-board.ts";
import { estimateRank } from "./rank-estimate.ts";

/** `exact` ranks were given by the server for this score; others are estimates and should look like it ("about 420th"). */
export interface LiveRank {
  rank: number;
  exact: boolean;
}

/** A player's rank among the others as the latest board has them, with the player's own, newer score. */
export function liveRank(you: You | null, board: LiveBoard | null): LiveRank | null {
  if (!you) return null;
  const own = board?.headIsOld ? undefined : board?.top.find(({ playerId }) => playerId === you.playerId);
  if (own && own.score === you.score) return { rank: own.rank, exact: true };
  const rank = board && estimateRank(board.cuts, you.score, board.players);
  if (rank !== null) return { rank, exact: board?.cuts.some(({ score }) => score === you.score) ?? false };
  return you.rank === null ? null : { rank: you.rank, exact: true };
}
