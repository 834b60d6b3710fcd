import { ERROR_REPORTS_PATH } from "../protocol/own-page.ts";

/** A page that fails over and over tells so often. */
const REPORTS_MAX = 5;
const TEXT_MAX = 2_000;
const STACK_MAX = 8_000;

type Heard = Partial<Pick<ErrorEvent, "error">> & { reason?: unknown };

/**
 * Tells the server of errors of our own scripts, those that were heard before this came (components/ui/page/error-watch.ts)
 * and those that follow. Errors of extensions and of foreign scripts are left out.
 */
export function reportErrors(): void {
  const told = new Set<string>();

  function tell({ error, reason }: Heard): void {
    const cause = error ?? reason;
    if (!(cause instanceof Error) || told.size >= REPORTS_MAX) return;
    const { name, message, stack = "" } = cause;
    // Rendered on the server, and reported there.
    if ("digest" in cause || !stack.includes(`${location.origin}/_next/`)) return;
    const once = `${name}${message}${stack}`;
    if (told.has(once)) return;
    told.add(once);
    void fetch(ERROR_REPORTS_PATH, {
      method: "POST",
      keepalive: true,
      credentials: "omit",
      body: JSON.stringify({
        type: name.slice(0, 100),
        message: message.slice(0, TEXT_MAX),
        stack: stack.slice(0, STACK_MAX),
        path: location.pathname.slice(0, 500),
        debugIds: debugIdsIn(stack),
      }),
    }).catch(() => {});
  }

  const { ovationErrors = [] } = self as { ovationErrors?: Heard[] };
  for (const heard of ovationErrors) tell(heard);
  addEventListener("error", tell);
  addEventListener("unhandledrejection", tell);
}

/** By the path of each script in the stack. What scripts were given by the build stands under a stack of their own. */
function debugIdsIn(stack: string): Record<string, string> {
  const { _debugIds = {} } = self as { _debugIds?: Record<string, string> };
  const ids: Record<string, string> = {};
  for (const [where, id] of Object.entries(_debugIds)) {
    const path = /\/_next\/[^\s)]+?\.js/.exec(where)?.[0];
    if (path && stack.includes(path)) ids[`app://${path}`] = id;
  }
  return ids;
}
