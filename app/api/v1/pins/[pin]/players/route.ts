import { sessionByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";
import { takeJoin } from "#lib/web/take-join.ts";

export const POST = route(operations.join, async ({ runtime, params, body, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  if (!live.ok) return live;
  return takeJoin(runtime, { sessionId: live.value.session.id, ...body });
});
