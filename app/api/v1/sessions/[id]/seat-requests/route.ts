import { ok } from "#lib/kernel/result.ts";
import { ownSession } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";

export const GET = route(operations.listSeatRequests, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  return live.ok ? ok({ requests: await runtime.seats.waiting(live.value) }) : live;
});
