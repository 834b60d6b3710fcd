import type { LiveBoard } from "#lib/client/board/live-board.ts";
import type { You } from "#lib/session/players/you.ts";

/** Whether the player has a place. While there are no points all are level, and there is no first place. */
export function isPlaced({ score, next }: Pick<You, "score" | "next">): boolean {
  return score > 0 || next !== null;
}

interface Place {
  /** Null while there are no points. */
  rank: number | null;
  score: number;
  players: number;
  board: Pick<LiveBoard, "top" | "cuts"> | null;
}

/** The message at the end for a player with this place; each is a text of `player.podium`. */
export type Farewell = "won" | "wonShared" | "onIt" | "wellPlayed" | "frontHalf" | "thanks";

/**
 * A small room has no front half, the last of three is no hero of the podium, and who has no points did not win, whatever
 * the place. Of players who tie, each counts as the last of them.
 */
export function farewellOf(place: Place): Farewell {
  const { rank, score, players } = place;
  if (rank === null || score === 0) return "thanks";
  if (players < 2) return "wellPlayed";
  const last = lastOfTie({ ...place, rank });
  if (rank === 1) return last === 1 ? "won" : "wonShared";
  if (rank <= 3) return last < players ? "onIt" : "wellPlayed";
  return last <= players / 2 ? "frontHalf" : "thanks";
}

/** The rank that the last of those would have who are level with the player, as far as this phone knows; never too good. */
function lastOfTie({ rank, score, players, board }: Place & { rank: number }): number {
  const after = board?.top.find((standing) => standing.rank > rank);
  if (after) return after.rank - 1;
  const below = board?.cuts.find((cut) => cut.score < score);
  return below ? Math.max(rank, below.rank - 1) : players;
}
