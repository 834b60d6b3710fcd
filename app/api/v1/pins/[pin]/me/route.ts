import { getMe, updateMe } from "#lib/web/player-calls.ts";
import { routeOf } from "#lib/web/route.ts";

export const GET = routeOf(getMe);

export const PUT = routeOf(updateMe);
