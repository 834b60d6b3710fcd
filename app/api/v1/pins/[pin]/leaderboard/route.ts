import { ok } from "#lib/kernel/result.ts";
import { sessionByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";

export const GET = route(operations.getLeaderboard, async ({ runtime, params, query, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const standings = await runtime.leaderboard.top(live.value.session.id, query.limit);
  return ok({ players: live.value.roster.size, standings });
});
