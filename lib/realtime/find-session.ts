import type { Runtime } from "../runtime/runtime.ts";
import type { Caller } from "../session/blocked-addresses.ts";
import type { LiveSession } from "../session/live-session.ts";
import type { Rooms } from "./rooms.ts";

export type FoundSession = LiveSession | "unknown" | "too_many_guesses";

/** Finds the session of a hello. */
export type FindSession = (
  wanted: { pin?: string | undefined; sessionId?: string | undefined },
  caller: Caller,
) => Promise<FoundSession>;

export function createFindSession({ live, pins }: Pick<Runtime, "live" | "pins">, rooms: Rooms): FindSession {
  return async function findSession({ pin, sessionId }, caller) {
    // Session ids cannot be guessed; only PINs are counted.
    if (sessionId !== undefined) return (await live.open(sessionId)) ?? "unknown";
    if (pin === undefined) return "unknown";
    // Who says hello has a token for the room, so those in an open one are not held up by a guesser beside them.
    const room = pins.blocks(caller) ? rooms.byPin(pin) : null;
    if (room) return (await live.open(room.sessionId)) ?? "unknown";
    if (pins.blocks(caller)) return "too_many_guesses";
    const found = await pins.find(pin);
    if (found) return found;
    await pins.missed(caller);
    return "unknown";
  };
}
