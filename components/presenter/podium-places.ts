import type { Standing } from "#lib/client/live-board.ts";

/** One step of the podium, and everybody who stands on it. */
export interface PodiumPlace {
  rank: 1 | 2 | 3;
  standings: Standing[];
  /** The board ends within this step: others may share it without being listed. */
  open: boolean;
}

/** So many may share a step without a single point: in a small room everybody is honored, in a large one not the crowd. */
const POINTLESS = 3;

/** The steps that are taken, best first; none if nobody has scored. Whoever ties shares one, and the next stays empty (1, 1, 3). */
export function podiumPlaces(top: readonly Standing[], players: number): PodiumPlace[] {
  if (!top.some((standing) => standing.score > 0)) return [];
  const openRank = players > top.length ? top.at(-1)?.rank : undefined;
  return ([1, 2, 3] as const)
    .map((rank) => ({
      rank,
      standings: top.filter((standing) => standing.rank === rank),
      open: rank === openRank,
    }))
    .filter(({ standings: [first, ...others] }) => first && (first.score > 0 || others.length < POINTLESS));
}

/** Those who are on the board and not on the podium. */
export function belowPodium(top: readonly Standing[], places: readonly PodiumPlace[]): Standing[] {
  const ranks: number[] = places.map((place) => place.rank);
  return top.filter((standing) => !ranks.includes(standing.rank));
}
