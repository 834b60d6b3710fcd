import type { LiveSession } from "./live-session.ts";

/**
 * Which of a node's copies may differ from the truth. Notices can be lost unseen, so each is compared now and then; and a
 * process that was stopped for a while (SIGSTOP, a paused machine) doubts all it had before.
 */
export interface CopiesToCompare {
  /**
   * Call it about every second, and at every use, since after a stop a waiting request may come before its own
   * timers. True from a stop until `settled`.
   */
  beat(): boolean;
  /** From before a stop, and not compared since: not to be handed out. */
  doubts(live: LiveSession): boolean;
  /** Its session was read. */
  trust(live: LiveSession): void;
  /** Its players and answers are being read. */
  compared(live: LiveSession): void;
  /** Those to compare now: all if notices `mayBeMissing`, otherwise those that were not compared for longest. */
  next(mayBeMissing: boolean): LiveSession[];
  settled(): void;
}

/** A process that has missed its beat for so long was stopped or starved. */
const OVERSLEPT_MS = 3_000;
/** A copy is compared with the truth this often, though no loss of notices was noticed. */
const COMPARE_EVERY_MS = 9_000;
/** Reading players costs the database; with more sessions than this on a node, each waits longer for its turn. */
const COMPARED_AT_ONCE = 50;

export function createCopiesToCompare(now: () => number, all: () => Iterable<LiveSession>): CopiesToCompare {
  const comparedAtMs = new WeakMap<LiveSession, number>();
  let doubtful = new WeakSet<LiveSession>();
  let overslept = false;
  let beatAtMs = now();

  return {
    beat() {
      const nowMs = now();
      if (nowMs - beatAtMs > OVERSLEPT_MS) {
        overslept = true;
        doubtful = new WeakSet(all());
      }
      beatAtMs = nowMs;
      return overslept;
    },
    doubts: (live) => doubtful.has(live),
    trust: (live) => void doubtful.delete(live),
    compared: (live) => void comparedAtMs.set(live, now()),
    next(mayBeMissing) {
      const copies = [...all()];
      if (mayBeMissing) return copies;
      const age = (live: LiveSession) => now() - (comparedAtMs.get(live) ?? 0);
      return copies
        .filter((live) => age(live) >= COMPARE_EVERY_MS)
        .sort((a, b) => age(b) - age(a))
        .slice(0, COMPARED_AT_ONCE);
    },
    settled() {
      overslept = false;
    },
  };
}
