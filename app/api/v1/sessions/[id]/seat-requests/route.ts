import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { ok } from "#lib/kernel/result.ts";

export const GET = route(operations.listSeatRequests, async ({ runtime, account, params }) => {
  const live = await ownSession(runtime, account, params.id);
  return live.ok ? ok({ requests: await runtime.seats.waiting(live.value) }) : live;
});
