import type { Logger } from "./logger.ts";

/** The events of this node, one line each, for looking into a quiz night afterwards. */
export interface EventLog {
  /** @param action what happened, in the words of docs/OPERATIONS.md; `fields` as in ecs.ts */
  tell(action: EventAction, message: string, fields?: Record<string, unknown>): void;
  stop(): void;
}

export type EventAction =
  | "server-started"
  | "server-draining"
  | "server-stopped"
  | "session-created"
  | "session-started"
  | "phase-changed"
  | "session-ended"
  | "host-command"
  | "host-action"
  | "player-joined"
  | "seat-moved"
  | "socket-opened"
  | "socket-closed"
  | "request"
  | "slow-statement";

/** Of the lines of one action within a second, so many are written as they are; the others are one line with their number. */
const EACH_PER_SECOND = 20;
const SECOND_MS = 1_000;

interface Second {
  written: number;
  summed: number;
  timer: ReturnType<typeof setTimeout>;
}

export function createEventLog(logger: Pick<Logger, "info" | "isLevelEnabled">): EventLog {
  const seconds = new Map<EventAction, Second>();

  function secondOf(action: EventAction): Second {
    let second = seconds.get(action);
    if (!second) {
      second = { written: 0, summed: 0, timer: setTimeout(() => close(action), SECOND_MS) };
      second.timer.unref();
      seconds.set(action, second);
    }
    return second;
  }

  function close(action: EventAction): void {
    const second = seconds.get(action);
    if (!second) return;
    clearTimeout(second.timer);
    seconds.delete(action);
    if (second.summed > 0) logger.info({ action, count: second.summed }, `More of ${action} in this second`);
  }

  return {
    tell(action, message, fields) {
      if (!logger.isLevelEnabled("info")) return;
      const second = secondOf(action);
      if (second.written < EACH_PER_SECOND) {
        second.written += 1;
        logger.info({ action, ...fields }, message);
      } else {
        second.summed += 1;
      }
    },
    stop() {
      for (const action of [...seconds.keys()]) close(action);
    },
  };
}
