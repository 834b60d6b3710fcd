import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

/** Waits until something is so; false when it was not within the limit. */
export async function until(isSo: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) return false;
    await sleep(LOOK_EVERY_MS);
  }
  return true;
}

/** Does something with each item, a few at a time; the results in order. */
export async function forEachOf<T, R>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  async function walk(): Promise<void> {
    while (next < items.length) {
      const i = next++;
      results[i] = await run(items[i] as T);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, walk));
  return results;
}
