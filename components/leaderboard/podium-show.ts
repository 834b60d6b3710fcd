import type { Standing } from "#lib/client/board/live-board.ts";

/** One step of the podium, and everybody who stands on it. */
export interface PodiumPlace {
  rank: PodiumRank;
  standings: Standing[];
  /** The board ends within this step: others may share it without being listed. */
  open: boolean;
}

export type PodiumRank = 1 | 2 | 3;

/** How the podium is told. All instants count from the start of the phase, so that every screen and phone keeps step. */
export interface PodiumShow {
  /** The steps that are taken, best first. */
  places: PodiumPlace[];
  /** Those who are on the board and not on the podium. */
  rest: Standing[];
  /** For each step from the third to the first: when its drum roll begins, and when the name is known. */
  beats: readonly { rank: PodiumRank; rollsAtMs: number; knownAtMs: number }[];
  /** When the winner is known; at once where there is no podium. */
  wonAtMs: number;
  /** When the other places follow. */
  restAtMs: number;
}

/** Each drum roll is longer than the one before. */
const ROLL_MS = { 3: 1_600, 2: 1_800, 1: 2_800 } as const;
const BEFORE_MS = 700;
/** For the applause between two steps. */
const BETWEEN_MS = 900;
const REST_AFTER_MS = 1_900;

/** Third, second, first; a step that nobody stands on takes no time. */
export function podiumShow(top: readonly Standing[], players: number): PodiumShow {
  const places = podiumPlaces(top, players);
  const ranks: number[] = places.map((place) => place.rank);
  const rest = top.filter((standing) => !ranks.includes(standing.rank));
  let rollsAtMs = BEFORE_MS;
  const beats = [...places].reverse().map(({ rank }) => {
    const knownAtMs = rollsAtMs + ROLL_MS[rank];
    const beat = { rank, rollsAtMs, knownAtMs };
    rollsAtMs = knownAtMs + BETWEEN_MS;
    return beat;
  });
  const wonAtMs = beats.at(-1)?.knownAtMs ?? 0;
  return { places, rest, beats, wonAtMs, restAtMs: wonAtMs + REST_AFTER_MS };
}

/** So many may share a step without a single point: in a small room everybody is honored, in a large one not the crowd. */
const POINTLESS = 3;

/** None if there are no points. Ties share a step, and the next one stays empty (1, 1, 3). */
function podiumPlaces(top: readonly Standing[], players: number): PodiumPlace[] {
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
