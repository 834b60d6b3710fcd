import type { Clock } from "../kernel/clock.ts";
import { blockedAddresses, type Caller } from "./blocked-addresses.ts";
import { type AttemptLimiter, PIN_GUESSES } from "./limiter.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";
import type { SessionStore } from "./session-store.ts";

/** Finds the session behind a PIN for every door of this node, and holds up who tries PINs out. */
export interface PinLookup {
  /**
   * Whether this address has used up its guesses. Asked before the look-up, so that no lucky guess gets through; whoever
   * has joined is known by their token and never held up.
   */
  blocks(caller: Caller): boolean;
  /** `pin` as people copy it, 123 456. A join storm asks for one PIN thousands of times and costs one query. */
  find(pin: string): Promise<LiveSession | null>;
  /** Counts a PIN that led nowhere. True when the address is blocked from now on. */
  missed(caller: Caller): Promise<boolean>;
}

export interface PinLookupDeps {
  live: Pick<LiveSessions, "open" | "peekByPin">;
  sessions: Pick<SessionStore, "getByPin">;
  limiter: AttemptLimiter;
  clock: Clock;
  onMiss(): void;
}

export function createPinLookup({ live, sessions, limiter, clock, onMiss }: PinLookupDeps): PinLookup {
  const blocked = blockedAddresses(clock);
  const asking = new Map<string, Promise<string | null>>();

  function idByPin(pin: string): Promise<string | null> {
    const running = asking.get(pin);
    if (running) return running;
    const promise = sessions
      .getByPin(pin)
      .then((session) => session?.id ?? null)
      .finally(() => asking.delete(pin));
    asking.set(pin, promise);
    return promise;
  }

  return {
    blocks: blocked.has,
    async find(typed) {
      const pin = plainPin(typed);
      if (!/^\d{6}$/.test(pin)) return null;
      // A session that has not ended holds its PIN alone, so one in memory needs no question to the database.
      const id = live.peekByPin(pin)?.session.id ?? (await idByPin(pin));
      return id === null ? null : live.open(id);
    },
    async missed({ address }) {
      onMiss();
      const attempt = await limiter.consume(PIN_GUESSES, address);
      if (attempt.allowed) return false;
      blocked.block(address, attempt.retryAfterMs);
      return true;
    },
  };
}

/** Without the gaps that make it readable. */
export function plainPin(pin: string): string {
  return pin.replace(/[\s-]/g, "");
}
