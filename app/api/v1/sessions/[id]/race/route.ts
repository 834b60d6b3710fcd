import { hostOf, presentsSession } from "#lib/api/actor.ts";
import { ownSession } from "#lib/api/find-session.ts";
import { operations } from "#lib/api/operations.ts";
import { route } from "#lib/api/route.ts";
import { sessionRace } from "#lib/api/session-race.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { ok } from "#lib/kernel/result.ts";

export const GET = route(operations.getRace, async ({ runtime, request, params }) => {
  if (presentsSession(runtime, request, params.id)) {
    const live = await runtime.live.open(params.id);
    return live ? ok(await sessionRace(runtime, live.session)) : refuse("session_not_found");
  }
  const host = await hostOf(runtime, request);
  if (!host.ok) return host;
  const live = await ownSession(runtime, host.value, params.id);
  return live.ok ? ok(await sessionRace(runtime, live.value.session)) : live;
});
