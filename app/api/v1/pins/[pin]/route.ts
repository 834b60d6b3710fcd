import { ok } from "#lib/kernel/result.ts";
import { sessionByPin } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";

export const GET = route(operations.getView, async ({ runtime, params, request }) => {
  const live = await sessionByPin(runtime, request, params.pin);
  return live.ok ? ok(runtime.view(live.value)) : live;
});
