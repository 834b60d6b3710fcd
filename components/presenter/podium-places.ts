import type { Standing } from "#lib/client/live-board.ts";

/** One step of the podium, and everybody who stands on it. */
export interface PodiumPlace {
  rank: 1 | 2 | 3;
  standings: Standing[];
}

/** The steps that are taken, best first. Whoever ties shares one; the step after it stays empty (1, 1, 3). */
export function podiumPlaces(top: readonly Standing[]): PodiumPlace[] {
  return ([1, 2, 3] as const)
    .map((rank) => ({
      rank,
      standings: top.filter((standing) => standing.rank === rank && standing.score > 0),
    }))
    .filter((place) => place.standings.length > 0);
}

/** Those who are on the board and not on the podium. */
export function belowPodium(top: readonly Standing[]): Standing[] {
  return top.filter((standing) => standing.rank > 3 || standing.score <= 0);
}
