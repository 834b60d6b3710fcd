import { answer } from "#lib/api/player-calls.ts";
import { routeOf } from "#lib/api/route.ts";

export const POST = routeOf(answer);
