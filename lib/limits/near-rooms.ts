import type { Clock } from "../kernel/clock.ts";

/**
 * The port that remembers which rooms have had somebody at an address: a class sits behind one, with its host and its big
 * screen. While somebody there tries PINs out, the rooms that are there anyway still open. Nothing of it is the truth.
 */
export interface NearRooms {
  /** Somebody at this address is in this room, or knows its PIN. Never throws, never waits. */
  note(address: string, room: NearRoom): void;
  /** The id of the session with this PIN, if it has had somebody at this address. May be old: look at the session. */
  find(address: string, pin: string): Promise<string | null>;
}

export interface NearRoom {
  pin: string;
  sessionId: string;
}

/** A school has some dozen rooms at a time; a network of phones behind one address many more, of which the last count. */
export const NEAR_ROOMS_MAX = 64;
const ADDRESSES_MAX = 20_000;
/** Longer than any session lasts. */
export const NEAR_FOR_MS = 6 * 3_600_000;

/** Of this node alone, with what it learned last. `isNews` is true when the room was not known at this address yet. */
export function memoryNearRooms(
  clock: Clock,
): NearRooms & { isNews(address: string, room: NearRoom): boolean; readonly size: number } {
  /** Both in the order of the last news, oldest first. */
  const byAddress = new Map<string, Map<string, { sessionId: string; atMs: number }>>();

  function isNews(address: string, { pin, sessionId }: NearRoom): boolean {
    const rooms = byAddress.get(address) ?? new Map<string, { sessionId: string; atMs: number }>();
    const known = rooms.get(pin);
    const atMs = clock.now();
    if (known?.sessionId === sessionId && atMs - known.atMs < NEWS_AFTER_MS) return false;
    rooms.delete(pin);
    rooms.set(pin, { sessionId, atMs });
    byAddress.delete(address);
    byAddress.set(address, rooms);
    dropOldest(rooms, NEAR_ROOMS_MAX);
    dropOldest(byAddress, ADDRESSES_MAX);
    return true;
  }

  return {
    isNews,
    note: (address, room) => void isNews(address, room),
    async find(address, pin) {
      const known = byAddress.get(address)?.get(pin);
      return known && clock.now() - known.atMs < NEAR_FOR_MS ? known.sessionId : null;
    },
    get size() {
      return byAddress.size;
    },
  };
}

/** Thousands come in by one address in a minute; once in this time is said anew that the room is there. */
const NEWS_AFTER_MS = 600_000;

function dropOldest(map: Map<string, unknown>, max: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= max) return;
    map.delete(oldest);
  }
}
