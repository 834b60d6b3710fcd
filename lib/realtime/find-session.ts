import { isId } from "../kernel/ids.ts";
import type { Caller } from "../limits/networks.ts";
import { pinAsker } from "../runtime/pin-asker.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import type { PinLook } from "../session/live/pin-guard.ts";

/** Finds the session of a hello. */
export type FindSession = (
  wanted: { pin?: string | undefined; sessionId?: string | undefined; token?: string | undefined },
  caller: Caller,
  cookie: string | null,
) => Promise<PinLook>;

export function createFindSession(
  runtime: Pick<Runtime, "live" | "pins" | "tokens" | "accounts" | "clock">,
): FindSession {
  return async function findSession({ pin, sessionId, token = null }, caller, cookie) {
    // Session ids cannot be guessed; only PINs are counted.
    if (sessionId !== undefined) return found(isId(sessionId) ? await runtime.live.open(sessionId) : null);
    if (pin === undefined) return found(null);
    return runtime.pins.look(pin, pinAsker(runtime, caller, { bearer: token, cookie }));
  };
}

function found(live: LiveSession | null): PinLook {
  return live ? { outcome: "found", live } : { outcome: "unknown" };
}
