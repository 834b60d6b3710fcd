import { getLeaderboard } from "#lib/web/player-calls.ts";
import { routeOf } from "#lib/web/route.ts";

export const GET = routeOf(getLeaderboard);
