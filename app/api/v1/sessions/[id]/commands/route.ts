import { routeOf } from "#lib/api/route.ts";
import { command } from "#lib/api/session-calls.ts";

export const POST = routeOf(command);
