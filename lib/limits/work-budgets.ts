import type { Network } from "./networks.ts";

/** Milliseconds of this process's time, or what else there is little of: so many at once, so many a second from then on. */
export interface WorkBudget {
  burstMs: number;
  perSecondMs: number;
}

/** How much of its budget each key has used. Time is passed in. */
export interface WorkBudgets {
  /** 0: taken. Otherwise nothing is, and it is the wait in milliseconds until it would be. */
  take(networks: readonly Network[], costMs: number, nowMs: number): number;
  readonly size: number;
}

/** More than any node has guests. */
const KEYS_MAX = 50_000;

/**
 * Kept as one instant a key: when all it has used would be earned back. A full budget is an instant long past, so keys that
 * have come to rest are forgotten.
 */
export function createWorkBudgets({ burstMs, perSecondMs }: WorkBudget): WorkBudgets {
  const earnedBackAt = new Map<string, number>();
  const inTime = (costMs: number) => (costMs * 1_000) / perSecondMs;

  function forgetRested(nowMs: number): void {
    for (const [key, atMs] of earnedBackAt) {
      if (earnedBackAt.size < KEYS_MAX / 2) return;
      // The oldest first: those at the front were used longest ago.
      if (atMs <= nowMs || earnedBackAt.size >= KEYS_MAX) earnedBackAt.delete(key);
    }
  }

  return {
    take(networks, costMs, nowMs) {
      const after = networks.map(({ key, share }) => ({
        key,
        atMs: Math.max(earnedBackAt.get(key) ?? 0, nowMs) + inTime(costMs) / share,
      }));
      const waitMs = Math.max(...after.map(({ atMs }) => atMs - nowMs - inTime(burstMs)));
      if (waitMs > 0) return Math.ceil(waitMs);
      for (const { key, atMs } of after) {
        earnedBackAt.delete(key);
        earnedBackAt.set(key, atMs);
      }
      if (earnedBackAt.size >= KEYS_MAX) forgetRested(nowMs);
      return 0;
    },
    get size() {
      return earnedBackAt.size;
    },
  };
}
