import type { Cut } from "../../protocol/shapes.ts";

/**
 * The rank of a score, read off the sketch in the shared board: exact at a cut, in between as if scores were spread evenly.
 * Never falls as the score rises. Null if there is no sketch.
 *
 * @param cuts best first: this score has this rank
 */
export function estimateRank(cuts: readonly Cut[], score: number, players: number): number | null {
  const below = cuts.findIndex((cut) => cut.score <= score);
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (!first || !last) return null;
  const lower = below < 0 ? { rank: Math.max(players, last.rank), score: Math.min(0, score) } : cuts[below]!;
  if (lower.score === score) return lower.rank;
  const upper = below < 0 ? last : cuts[below - 1];
  if (!upper) return 1;
  const share = (upper.score - score) / (upper.score - lower.score);
  // A score below the upper cut is at least one place after it.
  const rank = Math.max(upper.rank + 1, Math.round(upper.rank + share * (lower.rank - upper.rank)));
  return Math.min(rank, Math.max(lower.rank, upper.rank + 1), Math.max(players, 1));
}
