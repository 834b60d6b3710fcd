interface Player {
  playerId: string;
  name: string;
}

/**
 * Gives each newcomer a place on the wall and leaves all others where they are. The roster brings the newest 300, newest
 * first: who is not in it any more has left or was crowded out, and the next newcomer takes that place.
 * Returns the same array when nothing has changed.
 */
export function seat<P extends Player>(seats: readonly P[], newestFirst: readonly P[]): readonly P[] {
  const present = new Map(newestFirst.map((player) => [player.playerId, player]));
  const seated = new Set(seats.map((player) => player.playerId));
  const newcomers = newestFirst.filter((player) => !seated.has(player.playerId)).reverse();
  const gone = seats.some((player) => !present.has(player.playerId));
  const renamed = seats.some((player) => present.get(player.playerId)?.name !== player.name);
  if (newcomers.length === 0 && !gone && !renamed) return seats;
  const kept = seats.map((player) => present.get(player.playerId) ?? newcomers.shift());
  return [...kept.filter((player) => player !== undefined), ...newcomers];
}
