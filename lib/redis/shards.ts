/** Which of a session's shards holds a player (FNV-1a). */
export function shardOf(playerId: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < playerId.length; i++) hash = Math.imul(hash ^ playerId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

/**
 * How many shards for a session of this size: one up to 5,000 players, then one for each 5,000. Every read asks every
 * shard, so shards only pay where one server could not take the writes of a session, which is far above 5,000 players.
 */
export function shardsForPlayers(expectedPlayers: number, maxShards = 8): number {
  return Math.min(Math.max(Math.ceil(expectedPlayers / 5_000), 1), maxShards);
}
