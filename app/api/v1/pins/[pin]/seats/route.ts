import { addressOf } from "#lib/api/actor.ts";
import { sessionByPin } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { ok } from "#lib/kernel/result.ts";
import { joinedAs } from "#lib/runtime/take-join.ts";

export const POST = route(operations.takeSeat, async ({ runtime, request, params, body }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  const address = addressOf(request.headers);
  const taken = await runtime.seats.take(live.value, { code: body.code, secret: body.key, address });
  return taken.ok ? ok(joinedAs(runtime, taken.value)) : taken;
});
