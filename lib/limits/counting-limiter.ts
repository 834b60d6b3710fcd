import type { AttemptLimit, AttemptLimiter } from "./limiter.ts";

/** Counts uses of keys. `consume` rejects with `{ msBeforeNext }` once a key has used up its points for the while. */
export interface PointCounter {
  consume(key: string): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

/** The limiter over counters that are made for one limit each; `duration` is in whole seconds, since that is how counters count. */
export function countingLimiter(
  makeCounter: (limit: AttemptLimit, settings: { points: number; duration: number }) => PointCounter,
): AttemptLimiter {
  const counters = new Map<string, PointCounter>();

  function counterOf(limit: AttemptLimit): PointCounter {
    const name = `${limit.name} ${limit.attempts} ${limit.windowMs}`;
    let counter = counters.get(name);
    if (!counter) {
      const duration = Math.max(Math.ceil(limit.windowMs / 1_000), 1);
      counter = makeCounter(limit, { points: limit.attempts, duration });
      counters.set(name, counter);
    }
    return counter;
  }

  return {
    async consume(limit, key) {
      try {
        await counterOf(limit).consume(key);
        return { allowed: true };
      } catch (refusal) {
        if (!isRefusal(refusal)) throw refusal;
        return { allowed: false, retryAfterMs: Math.max(refusal.msBeforeNext, 1) };
      }
    },
    async reset(limit, key) {
      await counterOf(limit).delete(key);
    },
  };
}

function isRefusal(thrown: unknown): thrown is { msBeforeNext: number } {
  return typeof thrown === "object" && thrown !== null && "msBeforeNext" in thrown;
}
