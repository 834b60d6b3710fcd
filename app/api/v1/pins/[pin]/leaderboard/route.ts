import { getLeaderboard } from "#lib/api/player-calls.ts";
import { routeOf } from "#lib/api/route.ts";

export const GET = routeOf(getLeaderboard);
