import { scoreOf } from "../leaderboard/packed-score.ts";

/** Which of a session's shards holds a player (FNV-1a). */
export function shardOf(playerId: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < playerId.length; i++) hash = Math.imul(hash ^ playerId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/**
 * A board cut into ranges of equal width between 0 and the most points anybody can get. Higher scores count as the most.
 * It never changes during a session, so that every node knows from a total alone which shard it belongs to.
 */
export interface RangePartition {
  shards: number;
  maxScore: number;
}

/** Which range a packed score belongs to: 0 is the top of the board. Players with equal scores share a range. */
export function rangeOf(packed: number, { shards, maxScore }: RangePartition): number {
  const fromBelow = Math.floor((scoreOf(packed) * shards) / (maxScore + 1));
  return shards - 1 - Math.min(fromBelow, shards - 1);
}
