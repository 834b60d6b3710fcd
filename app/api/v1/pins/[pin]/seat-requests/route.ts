import { addressOf } from "#lib/api/actor.ts";
import { sessionByPin } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { askedSeatReply } from "#lib/api/seat-reply.ts";
import { ok } from "#lib/kernel/result.ts";

export const POST = route(operations.askForSeat, async ({ runtime, request, params, body }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const address = addressOf(request.headers);
  const asked = await runtime.seats.ask(live.value, { name: body.name, secret: body.key, address });
  return asked.ok ? ok(askedSeatReply(runtime, asked.value)) : asked;
});
