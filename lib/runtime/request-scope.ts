import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What is known of a request that Next handles, for as long as it does. On the global object, because Next's bundles are
 * another module graph (current.ts).
 */
export interface RequestScope {
  /** Whether any code of ours has run. Before that, what fails is what was sent. */
  reached: boolean;
  /** Headers that an action adds to Next's reply. */
  reply?: { status: number; headers: Record<string, string> };
}

const KEY = Symbol.for("ovation.request-scope");
type Holder = { [KEY]?: AsyncLocalStorage<RequestScope> };

export function inRequestScope<T>(scope: RequestScope, run: () => T): T {
  const holder = globalThis as Holder;
  holder[KEY] ??= new AsyncLocalStorage<RequestScope>();
  return holder[KEY].run(scope, run);
}

/** Null outside of such a request. */
export function requestScope(): RequestScope | null {
  return (globalThis as Holder)[KEY]?.getStore() ?? null;
}

export function markReached(): void {
  const scope = requestScope();
  if (scope) scope.reached = true;
}
