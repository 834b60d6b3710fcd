import { toldOriginOf } from "#lib/api/actor.ts";
import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { seatCodeReply } from "#lib/api/seat-reply.ts";
import { ok } from "#lib/kernel/result.ts";

export const POST = route(operations.makeSeatCode, async ({ runtime, account, params, request }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const made = await runtime.seats.makeCode(live.value, params.playerId);
  return made.ok
    ? ok(seatCodeReply(runtime, live.value.session, made.value, toldOriginOf(request.headers)))
    : made;
});
