import { refuse } from "../kernel/refusal.ts";
import { ok } from "../kernel/result.ts";
import { hostOf, presentsSession, toldOriginOf } from "./actor.ts";
import { call } from "./call.ts";
import { ownSession } from "./find-session.ts";
import { operations } from "./operations.ts";
import { sessionReply } from "./session-reply.ts";

/*
 * The calls by which a running session is driven. A host makes few, but many hosts do at the same minute, and all their
 * rooms wait; so the server answers these itself, too (front-door.ts).
 */

export const command = call(operations.command, async ({ runtime, account, params, body }) => {
  const live = await ownSession(runtime, account, params.id);
  if (!live.ok) return live;
  const { expectedVersion, ...asked } = body;
  const done = await runtime.conductor.command(params.id, asked, { expectedVersion });
  return done.ok ? ok(runtime.view(live.value)) : done;
});

export const getSession = call(operations.getSession, async ({ runtime, request, params }) => {
  const told = toldOriginOf(request.headers);
  if (presentsSession(runtime, request, params.id)) {
    const live = await runtime.live.open(params.id);
    return live ? ok(sessionReply(runtime, live, "presenter", told)) : refuse("session_not_found");
  }
  const host = await hostOf(runtime, request);
  if (!host.ok) return host;
  const live = await ownSession(runtime, host.value, params.id);
  return live.ok ? ok(sessionReply(runtime, live.value, "host", told)) : live;
});
