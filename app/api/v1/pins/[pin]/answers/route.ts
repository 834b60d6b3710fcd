import { answer } from "#lib/web/player-calls.ts";
import { routeOf } from "#lib/web/route.ts";

export const POST = routeOf(answer);
