import { type Clock, systemClock } from "../../kernel/clock.ts";
import type { Presence, PresenceCounts } from "./presence.ts";
import { NOBODY, type RoomCrowd, roomCrowd } from "./room-crowd.ts";

/** An empty room is remembered this long, for who ever was in it; as long as Redis remembers one. */
const FORGET_EMPTY_AFTER_MS = 24 * 3_600_000;

/** The presence of a single node. */
export function memoryPresence(clock: Clock = systemClock): Presence {
  const rooms = new Map<string, { crowd: RoomCrowd; leftAtMs: number }>();

  function newRoom() {
    for (const [sessionId, { crowd, leftAtMs }] of rooms) {
      const { players, hosts, presenters } = crowd.counts();
      const old = clock.now() - leftAtMs > FORGET_EMPTY_AFTER_MS;
      if (old && players + hosts + presenters === 0) rooms.delete(sessionId);
    }
    return { crowd: roomCrowd(), leftAtMs: 0 };
  }

  function here(sessionId: string): PresenceCounts {
    return rooms.get(sessionId)?.crowd.counts() ?? NOBODY;
  }

  return {
    enter(sessionId, who) {
      const room = rooms.get(sessionId) ?? newRoom();
      rooms.set(sessionId, room);
      room.crowd.enter(who);
    },
    leave(sessionId, who) {
      const room = rooms.get(sessionId);
      if (!room) return;
      room.crowd.leave(who);
      room.leftAtMs = clock.now();
    },
    counts: async (sessionId) => here(sessionId),
    here,
    async players(sessionId) {
      const crowd = rooms.get(sessionId)?.crowd;
      return { connected: new Set(crowd?.connected()), everConnected: new Set(crowd?.everConnected()) };
    },
    async close() {
      rooms.clear();
    },
  };
}
