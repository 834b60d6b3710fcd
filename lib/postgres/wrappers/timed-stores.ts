/** One call of a store, as "answers.commit". */
export type OnStoreCall = (call: string, tookMs: number, failed: boolean) => void;

/** The same stores, each of whose calls is timed by its name; and how many calls are under way. */
export function timedStores<S extends Record<string, object>>(
  stores: S,
  onCall: OnStoreCall,
): { stores: S; underWay(): number } {
  let underWay = 0;

  function timed(name: string, call: (...args: unknown[]) => Promise<unknown>) {
    return async (...args: unknown[]) => {
      const startedAtMs = performance.now();
      let failed = true;
      underWay += 1;
      try {
        const result = await call(...args);
        failed = false;
        return result;
      } finally {
        underWay -= 1;
        onCall(name, performance.now() - startedAtMs, failed);
      }
    };
  }

  const all = Object.entries(stores).map(([name, store]) => {
    const methods = Object.entries(store).map(([method, call]) => [method, timed(`${name}.${method}`, call)]);
    return [name, Object.fromEntries(methods)];
  });
  return { stores: Object.fromEntries(all) as S, underWay: () => underWay };
}
