import { getMe, updateMe } from "#lib/api/player-calls.ts";
import { routeOf } from "#lib/api/route.ts";

export const GET = routeOf(getMe);

export const PUT = routeOf(updateMe);
