import { setTimeout as sleep } from "node:timers/promises";

/** Calls `attempt` until it stops throwing; after `limitMs` throws what it threw last. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  limitMs = 10_000,
  everyMs = 25,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(everyMs);
    }
  }
}
