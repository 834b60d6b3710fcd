import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { ok } from "#lib/kernel/result.ts";

export const GET = route(operations.listPlayers, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const [players, { connected }] = await Promise.all([
    runtime.players.list(params.id),
    runtime.presence.players(params.id),
  ]);
  return ok({
    players: players.map(({ playerId, name, score, joinedAtMs, removedAtMs }) => ({
      playerId,
      name,
      score,
      connected: connected.has(playerId),
      removed: removedAtMs !== null,
      joinedAtMs,
    })),
  });
});
