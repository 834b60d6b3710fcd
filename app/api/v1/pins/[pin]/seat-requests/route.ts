import { ok } from "#lib/kernel/result.ts";
import { addressOf } from "#lib/web/actor.ts";
import { sessionByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";
import { askedSeatReply } from "#lib/web/seat-reply.ts";

export const POST = route(operations.askForSeat, async ({ runtime, request, params, body }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const address = addressOf(request.headers);
  const asked = await runtime.seats.ask(live.value, { name: body.name, secret: body.key, address });
  return asked.ok ? ok(askedSeatReply(runtime, asked.value)) : asked;
});
