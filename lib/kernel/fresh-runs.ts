/**
 * Runs a thing once at a time per key. Callers who ask while it runs share the run after it: one that is under way may
 * have looked before what the caller has just heard of, and would miss it.
 */
export function createFreshRuns<T>(): (key: string, work: () => Promise<T>) => Promise<T> {
  const runs = new Map<string, { done: Promise<T>; next: Promise<T> | null }>();

  function start(key: string, work: () => Promise<T>): Promise<T> {
    const done = work().finally(() => {
      if (runs.get(key) === run) runs.delete(key);
    });
    const run = { done, next: null };
    runs.set(key, run);
    return done;
  }

  return function freshRun(key, work) {
    const running = runs.get(key);
    if (!running) return start(key, work);
    const again = () => start(key, work);
    running.next ??= running.done.then(again, again);
    return running.next;
  };
}
