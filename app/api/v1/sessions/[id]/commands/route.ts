import { ok } from "#lib/kernel/result.ts";
import { ownSession } from "#lib/web/find-session.ts";
import { operations } from "#lib/web/operations.ts";
import { route } from "#lib/web/route.ts";

export const POST = route(operations.command, async ({ runtime, account, params, body }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { expectedVersion, ...command } = body;
  const done = await runtime.conductor.command(params.id, command, { expectedVersion });
  return done.ok ? ok(runtime.view(live.value)) : done;
});
