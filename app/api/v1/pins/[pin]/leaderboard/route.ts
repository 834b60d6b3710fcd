import { ok } from "#lib/kernel/result.ts";
import { withAvatars } from "#lib/session/faces.ts";
import { sessionByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";

/** As many as the socket's board has. */
const CUTS = 32;

export const GET = route(operations.getLeaderboard, async ({ runtime, params, query, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const sessionId = live.value.session.id;
  const [standings, cuts] = await Promise.all([
    runtime.leaderboard.top(sessionId, query.limit),
    runtime.leaderboard.cuts(sessionId, CUTS),
  ]);
  return ok({ players: live.value.roster.size, standings: withAvatars(standings, live.value), cuts });
});
