import { hostWith } from "../api/actor.ts";
import { ACTION_RIGHTS, type HostDoing } from "../api/needed-rights.ts";
import type { Account } from "../auth/account-store.ts";
import { currentRuntime } from "../runtime/current.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { type ActionResult, guarded, refused } from "./action-result.ts";
import { asking } from "./asking.ts";

/** Every host action authorizes by itself: they are public endpoints, whatever page they belong to. */
export async function asHost<T extends object>(
  doing: HostDoing,
  body: (runtime: Runtime, account: Account) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const runtime = currentRuntime();
  return guarded(runtime, doing, async () => {
    const host = await hostWith(runtime, await asking(), ACTION_RIGHTS[doing]);
    if (!host.ok) return refused(host.error);
    const startedAtMs = performance.now();
    const done = await body(runtime, host.value);
    runtime.events.tell("host-action", `Host action: ${doing}`, {
      hostId: host.value.id,
      operation: doing,
      door: "action",
      outcome: done.ok ? "success" : "failure",
      reason: done.ok ? undefined : done.refusal.code,
      tookMs: performance.now() - startedAtMs,
    });
    return done;
  });
}
