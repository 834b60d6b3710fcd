import { routeOf } from "#lib/api/route.ts";
import { getSession } from "#lib/api/session-calls.ts";

export const GET = routeOf(getSession);
