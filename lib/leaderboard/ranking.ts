import type { Cut, LeaderboardEntry, Place, Standing } from "./leaderboard-store.ts";
import { packScore, scoreOf } from "./packed-score.ts";

/** A player as the adapters keep it; `packed` is the score and time of packed-score.ts. */
export interface Row {
  playerId: string;
  name: string;
  seq: number;
  packed: number;
}

/** The order of the board: points, then time, then who joined first. */
export function compareRows(a: Row, b: Row): number {
  return a.packed - b.packed || a.seq - b.seq || (a.playerId < b.playerId ? -1 : 1);
}

/** Competition ranks of rows in board order: 1, 2, 2, 4. */
export function competitionRanks(rows: readonly Row[]): number[] {
  const ranks: number[] = [];
  rows.forEach((row, i) => {
    ranks.push(i > 0 && rows[i - 1]!.packed === row.packed ? ranks[i - 1]! : i + 1);
  });
  return ranks;
}

/** Rows in board order, from the top, as standings. */
export function standingsOf(rows: readonly Row[]): Standing[] {
  const ranks = competitionRanks(rows);
  return rows.map((row, i) => standing(row, ranks[i]!));
}

/** Players in any order, as standings. */
export function standingsOfEntries(entries: readonly LeaderboardEntry[]): Standing[] {
  const rows = entries.map((entry): Row => {
    const { playerId, name, seq } = entry;
    return { playerId, name, seq, packed: packScore(entry) };
  });
  return standingsOf(rows.sort(compareRows));
}

export function standing({ playerId, name, packed }: Row, rank: number): Standing {
  return { rank, playerId, name, score: scoreOf(packed) };
}

/** @param above the row listed last among those with a strictly better rank */
export function placeOf(row: Row, rank: number, above: Row | undefined): Place {
  const score = scoreOf(row.packed);
  if (!above) return { rank, score, next: null };
  return {
    rank,
    score,
    next: { playerId: above.playerId, name: above.name, gap: scoreOf(above.packed) - score },
  };
}

/** Two lists in board order as one. */
export function mergeRows<R extends Row>(a: readonly R[], b: readonly R[]): R[] {
  const merged: R[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) merged.push(compareRows(a[i]!, b[j]!) <= 0 ? a[i++]! : b[j++]!);
  while (i < a.length) merged.push(a[i++]!);
  while (j < b.length) merged.push(b[j++]!);
  return merged;
}

/** The first `limit` rows of all shards together, from the first `limit` of each. */
export function mergeHeads(heads: readonly (readonly Row[])[], limit: number): Row[] {
  return heads.flat().sort(compareRows).slice(0, limit);
}

/**
 * At most `count` of the given standings, evenly spaced from the first to the last, one for each rank. All of them if they
 * are no more than `count`.
 *
 * @param totals in board order, with their true ranks
 */
export function cutsOf(totals: readonly { rank: number; packed: number }[], count: number): Cut[] {
  const cuts: Cut[] = [];
  for (const i of evenlySpaced(totals.length, count)) {
    const { rank, packed } = totals[i]!;
    if (cuts.at(-1)?.rank !== rank) cuts.push({ rank, score: scoreOf(packed) });
  }
  return cuts;
}

/** Up to `count` positions in a list of this length, the first and the last among them. */
export function evenlySpaced(length: number, count: number): number[] {
  if (length <= count) return Array.from({ length }, (_, i) => i);
  if (count <= 1) return count === 1 ? [0] : [];
  return Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));
}
