import { ok } from "#lib/kernel/result.ts";
import { toldOriginOf } from "#lib/web/actor.ts";
import { ownSession } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";
import { seatCodeReply } from "#lib/web/seat-reply.ts";

export const POST = route(operations.makeSeatCode, async ({ runtime, account, params, request }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const made = await runtime.seats.makeCode(live.value, params.playerId);
  return made.ok
    ? ok(seatCodeReply(runtime, live.value.session, made.value, toldOriginOf(request.headers)))
    : made;
});
