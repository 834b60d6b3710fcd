import { routeOf } from "#lib/web/route.ts";
import { command } from "#lib/web/session-calls.ts";

export const POST = routeOf(command);
