import type { Standing } from "#lib/client/board/live-board.ts";

/** Places each player gained since the earlier standings; "new" for who was not in them. Nothing, if there were none. */
export function rankChanges(
  previous: readonly Standing[],
  standings: readonly Standing[],
): ReadonlyMap<string, number | "new"> {
  if (previous.length === 0) return new Map();
  const ranksBefore = new Map(previous.map(({ playerId, rank }) => [playerId, rank]));
  return new Map(
    standings.map(({ playerId, rank }) => {
      const before = ranksBefore.get(playerId);
      return [playerId, before === undefined ? "new" : before - rank];
    }),
  );
}
