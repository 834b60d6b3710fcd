import type { Presence } from "./presence.ts";

/**
 * A player whose socket is blocked plays by polling. Each poll counts as being there for a while, so that the room does
 * not close a question without them.
 */
export interface PollingPresence {
  seen(sessionId: string, playerId: string): void;
  close(): void;
}

/** Longer than two polls are apart on a slow network. */
const SEEN_FOR_MS = 8_000;

export function createPollingPresence(presence: Presence): PollingPresence {
  const leaving = new Map<string, { timer: ReturnType<typeof setTimeout>; leave(): void }>();

  return {
    seen(sessionId, playerId) {
      const key = `${sessionId} ${playerId}`;
      const known = leaving.get(key);
      if (known) clearTimeout(known.timer);
      else presence.enter(sessionId, { role: "player", playerId });
      const leave = () => {
        leaving.delete(key);
        presence.leave(sessionId, { role: "player", playerId });
      };
      leaving.set(key, { timer: setTimeout(leave, SEEN_FOR_MS), leave });
    },
    close() {
      for (const { timer, leave } of [...leaving.values()]) {
        clearTimeout(timer);
        leave();
      }
    },
  };
}
