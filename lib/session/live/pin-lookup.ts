import { PIN_LENGTH, pinDigits } from "../../kernel/pin.ts";
import type { SessionStore } from "../session-store.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";

/** Finds the session behind a PIN. Doors ask the guard (lib/session/live/pin-guard.ts), which holds up who tries PINs out. */
export interface PinLookup {
  /** Only if this node has it already. */
  peek(pin: string): LiveSession | null;
  /** `pin` as people copy it (lib/kernel/pin.ts). A join storm asks for one PIN thousands of times and costs one query. */
  find(pin: string): Promise<LiveSession | null>;
}

export interface PinLookupDeps {
  live: Pick<LiveSessions, "open" | "peekByPin">;
  sessions: Pick<SessionStore, "getByPin">;
}

export function createPinLookup({ live, sessions }: PinLookupDeps): PinLookup {
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
    peek: (typed) => live.peekByPin(pinDigits(typed)),
    async find(typed) {
      const pin = pinDigits(typed);
      if (pin.length !== PIN_LENGTH) return null;
      // A session that has not ended holds its PIN alone, so one in memory needs no question to the database.
      const id = live.peekByPin(pin)?.session.id ?? (await idByPin(pin));
      return id === null ? null : live.open(id);
    },
  };
}
