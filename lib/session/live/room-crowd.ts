import type { PresenceCounts, Presentee } from "./presence.ts";

/** The connections of one session to this node. A player counts once, with any number of sockets. */
export interface RoomCrowd {
  /** True if this changes who is there. */
  enter(who: Presentee): boolean;
  leave(who: Presentee): boolean;
  counts(): PresenceCounts;
  connected(): ReadonlySet<string>;
  everConnected(): ReadonlySet<string>;
  /** Players who were connected somewhere. */
  remember(playerIds: Iterable<string>): void;
}

/** The counts of a room that is not there. */
export const NOBODY: PresenceCounts = { players: 0, hosts: 0, presenters: 0 };

export function roomCrowd(): RoomCrowd {
  const sockets = new Map<string, number>();
  const connected = new Set<string>();
  const ever = new Set<string>();
  const staff = { host: 0, presenter: 0 };

  return {
    enter(who) {
      if (who.role !== "player") {
        staff[who.role]++;
        return true;
      }
      sockets.set(who.playerId, (sockets.get(who.playerId) ?? 0) + 1);
      ever.add(who.playerId);
      const isNew = !connected.has(who.playerId);
      connected.add(who.playerId);
      return isNew;
    },
    leave(who) {
      if (who.role !== "player") {
        if (staff[who.role] === 0) return false;
        staff[who.role]--;
        return true;
      }
      const left = (sockets.get(who.playerId) ?? 0) - 1;
      if (left > 0) {
        sockets.set(who.playerId, left);
        return false;
      }
      sockets.delete(who.playerId);
      return connected.delete(who.playerId);
    },
    counts: () => ({ players: connected.size, hosts: staff.host, presenters: staff.presenter }),
    connected: () => connected,
    everConnected: () => ever,
    remember(playerIds) {
      for (const playerId of playerIds) ever.add(playerId);
    },
  };
}
