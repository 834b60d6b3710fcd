import { routeOf } from "#lib/web/route.ts";
import { getSession } from "#lib/web/session-calls.ts";

export const GET = routeOf(getSession);
