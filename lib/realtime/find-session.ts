import type { Runtime } from "../runtime/runtime.ts";
import { blockedAddresses } from "../session/blocked-addresses.ts";
import { PIN_GUESSES } from "../session/limiter.ts";
import type { LiveSession } from "../session/live-sessions.ts";
import type { Rooms } from "./rooms.ts";

export type FoundSession = LiveSession | "unknown" | "too_many_guesses";

/** Finds the session of a hello. A reconnect storm asks for one PIN thousands of times and costs one query. */
export type FindSession = (
  wanted: { pin?: string | undefined; sessionId?: string | undefined },
  address: string,
) => Promise<FoundSession>;

export function createFindSession(runtime: Runtime, rooms: Rooms): FindSession {
  const asking = new Map<string, Promise<string | null>>();
  const blocked = blockedAddresses(runtime.clock);

  return async function findSession({ pin, sessionId }, address) {
    // Session ids cannot be guessed; only PINs are counted.
    if (sessionId !== undefined) return (await runtime.live.open(sessionId)) ?? "unknown";
    if (pin === undefined) return "unknown";
    const room = rooms.byPin(pin);
    if (room) return (await runtime.live.open(room.sessionId)) ?? "unknown";
    if (blocked.has(address)) return "too_many_guesses";
    const id = /^\d{6}$/.test(pin) ? await idByPin(pin) : null;
    const live = id === null ? null : await runtime.live.open(id);
    if (live) return live;
    runtime.metrics.pinFailure();
    const attempt = await runtime.limiter.consume(PIN_GUESSES, address);
    if (!attempt.allowed) blocked.block(address, attempt.retryAfterMs);
    return "unknown";
  };

  function idByPin(pin: string): Promise<string | null> {
    const running = asking.get(pin);
    if (running) return running;
    const promise = runtime.sessions
      .getByPin(pin)
      .then((session) => session?.id ?? null)
      .finally(() => asking.delete(pin));
    asking.set(pin, promise);
    return promise;
  }
}
