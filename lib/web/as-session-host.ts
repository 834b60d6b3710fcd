import { sessionHost } from "../api/sessions/session-host.ts";
import { currentRuntime } from "../runtime/current.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { type ActionResult, guarded, refused } from "./action-result.ts";
import { asking } from "./asking.ts";

/** For what a control room does: its host may, and a phone that is paired as its remote. All else asks `asHost`. */
export async function asSessionHost<T extends object>(
  doing: string,
  sessionId: unknown,
  /** `by`: the account; undefined where it is a remote. */
  body: (runtime: Runtime, live: LiveSession, by: string | undefined) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const runtime = currentRuntime();
  return guarded(runtime, doing, async () => {
    const host = await sessionHost(runtime, await asking(), String(sessionId));
    if (!host.ok) return refused(host.error);
    return body(runtime, host.value.live, host.value.by === "account" ? host.value.account.id : undefined);
  });
}
