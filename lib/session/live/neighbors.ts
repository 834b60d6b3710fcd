import type { Standing } from "../../leaderboard/leaderboard-store.ts";
import { questionIndexOf } from "../phases/phase.ts";
import type { Neighbors } from "../players/you.ts";
import type { LiveSession, NeighborMap } from "./live-session.ts";

/** How many places the shared board shows. Players in it, and the one directly below, are on every screen. */
export const BOARD_TOP = 10;

type Row = Neighbors["above"];

/** @param standings everybody, in board order */
export function neighborsIn(standings: readonly Standing[]): NeighborMap {
  const neighbors = new Map<string, { above: Standing; below: Standing | null }>();
  for (let at = BOARD_TOP - 1; at < standings.length; at++) {
    const [above, own, below] = [standings[at - 1], standings[at], standings[at + 1]];
    if (above && own) neighbors.set(own.playerId, { above, below: below ?? null });
  }
  return neighbors;
}

/**
 * As this node saw them when it last read the whole board: enough for the standings, during which no score moves. A node
 * that has not read it has none, and the phone shows the player's own row alone.
 */
export function neighborsOf(live: LiveSession, playerId: string): Neighbors | null {
  const { questionIndex, of } = live.neighbors;
  const found = of.get(playerId);
  if (!found || !isCounted(live) || questionIndex !== questionIndexOf(live.session.phase)) return null;
  const above = shown(live, found.above);
  return above && { above, below: found.below && shown(live, found.below) };
}

/** While a question runs, scores move, and in suspense they must stay hidden. */
function isCounted({ session: { phase } }: LiveSession): boolean {
  const { name } = phase;
  return name === "standings" || name === "podium" || (name === "reveal" && phase.result !== null);
}

function shown({ roster }: LiveSession, { playerId, rank, name, score }: Standing): Row | null {
  const seat = roster.get(playerId);
  if (!seat) return null;
  return { rank, name, score, ...(seat.avatar === undefined ? {} : { avatar: seat.avatar }) };
}
