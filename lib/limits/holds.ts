import type { Clock } from "../kernel/clock.ts";

/** Callers who have used up a limit, and until when. Kept in this process, so that a persistent guesser costs neither Redis nor database. */
export interface Holds {
  has(key: string): boolean;
  hold(key: string, forMs: number): void;
  /** How many are kept. If 0, callers need not be identified. */
  readonly size: number;
}

export function createHolds(clock: Clock): Holds {
  const untilMs = new Map<string, number>();

  return {
    has: (key) => (untilMs.get(key) ?? 0) > clock.now(),
    hold(key, forMs) {
      const nowMs = clock.now();
      for (const [known, endMs] of untilMs) if (endMs <= nowMs) untilMs.delete(known);
      untilMs.set(key, nowMs + forMs);
    },
    get size() {
      return untilMs.size;
    },
  };
}
