import { setTimeout as sleep } from "node:timers/promises";
import { WAIT_MS } from "./patience.ts";

/** Calls `attempt` until it stops throwing. If that does not happen at all, throws what it threw last. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { everyMs = 25, withinMs = WAIT_MS } = {},
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await sleep(everyMs);
    }
  }
}

/** Waits until a number that grows is there. Gives up, and says how far it came, once it has stopped growing. */
export async function growsTo(wanted: number, read: () => number): Promise<void> {
  let most = read();
  while (most < wanted) {
    const before = most;
    await eventually(() => {
      most = read();
      if (most <= before) throw new Error(`It stays at ${most} of ${wanted}.`);
    });
  }
}

/** Waits until this instant of the clock that tests share with the servers they start, and a little longer. */
export async function until(atMs: number): Promise<void> {
  while (Date.now() <= atMs) await sleep(atMs - Date.now() + 5);
}
