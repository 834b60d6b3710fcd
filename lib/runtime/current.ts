import { markReached } from "./request-scope.ts";
import type { Runtime } from "./runtime.ts";

/**
 * server.ts and Next's bundles are two module graphs with two copies of every module; the running server crosses from
 * one to the other on the global object. Never compare classes across it: compare `code` fields.
 */
const KEY = Symbol.for("ovation.runtime");

type Holder = { [KEY]?: Runtime };

export function setCurrentRuntime(runtime: Runtime): void {
  (globalThis as Holder)[KEY] = runtime;
}

/** The running server, for what is no code of a page or action; null while there is none. */
export function runningServer(): Runtime | null {
  return (globalThis as Holder)[KEY] ?? null;
}

/** The running server. Throws while there is none, as during `next build`: call it per request, never at import. */
export function currentRuntime(): Runtime {
  markReached();
  const runtime = (globalThis as Holder)[KEY];
  if (!runtime)
    throw new Error("The server is not running: start it with `npm start`, not with `next start`.");
  return runtime;
}
