/**
 * The line of password checks, each of which costs 128 MB and some tenths of a second. Two at a time: each runs on one of
 * Node's four pool threads, and the other two stay free for files and name look-ups, whatever a burst of sign-ins does.
 * Devices that have signed in before go first, so that strangers can hold up strangers alone.
 */
export interface PasswordLine {
  /** Runs `work` when its turn comes; null if the line is full or does not get there in time, and then nothing has run. */
  run<T>(lane: Lane, work: () => Promise<T>): Promise<T | null>;
}

export type Lane = "known" | "stranger";

export const AT_ONCE = 2;
/** In each lane. */
export const WAITING_MAX = 40;
/** Longer than this strangers do not wait; who is known waits for no more than the checks under way, on any machine. */
export const WAIT_MAX_MS: Record<Lane, number> = { known: 15_000, stranger: 5_000 };

export function createPasswordLine(): PasswordLine {
  let running = 0;
  const waiting: Record<Lane, Set<() => void>> = { known: new Set(), stranger: new Set() };

  function turn(lane: Lane): Promise<boolean> {
    if (running < AT_ONCE) {
      running += 1;
      return Promise.resolve(true);
    }
    const line = waiting[lane];
    if (line.size >= WAITING_MAX) return Promise.resolve(false);
    return new Promise((resolve) => {
      const come = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        line.delete(come);
        resolve(false);
      }, WAIT_MAX_MS[lane]);
      line.add(come);
    });
  }

  function next(): void {
    for (const line of [waiting.known, waiting.stranger]) {
      for (const come of line) {
        line.delete(come);
        come();
        return;
      }
    }
    running -= 1;
  }

  return {
    async run(lane, work) {
      if (!(await turn(lane))) return null;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}
