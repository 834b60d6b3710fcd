import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { EventLog } from "../observability/event-log.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Files and probes, which come by the thousand and say nothing. */
const NOT_LOGGED = /^\/(?:_next\/|healthz$|readyz$|metrics$|favicon|icon|sounds\/|fonts\/)/;

/**
 * One line for each request of a page, a server action or the API: its route, status and time. Ids, PINs and all that is
 * behind the question mark stay out. `trace.id` is the caller's own, if it sends a traceparent.
 */
export function withRequestLog(events: EventLog, next: OnRequest): OnRequest {
  return function onRequest(req, res) {
    const path = req.url?.split("?", 1)[0] ?? "";
    if (NOT_LOGGED.test(path)) return next(req, res);
    const startedAtMs = performance.now();
    res.once("close", () => {
      const method = req.method ?? "GET";
      const route = routeOf(path);
      const isAction = req.headers["next-action"] !== undefined;
      events.tell("request", `${method} ${route} ${res.statusCode}`, {
        method,
        route,
        door: isAction ? "action" : path.startsWith("/api/") ? "rest" : "page",
        status: res.statusCode,
        outcome: !res.writableFinished ? "unknown" : res.statusCode < 400 ? "success" : "failure",
        traceId: traceIdOf(req.headers.traceparent),
        tookMs: performance.now() - startedAtMs,
      });
    });
    return next(req, res);
  };
}

/** The path with a name in place of each id, PIN and other value. */
export function routeOf(path: string): string {
  return path
    .split("/")
    .slice(0, SEGMENTS_MAX)
    .map((segment) => (WORD.test(segment) ? segment : segment === "" ? "" : "{id}"))
    .join("/");
}

/** Deeper than any route. */
const SEGMENTS_MAX = 10;
/** The parts of routes: short words with dashes, and the version of the API. */
const WORD =
  /^(?:[a-z]{1,16}(?:-[a-z]{1,16}){0,3}|v1|openapi\.json|[a-z]{1,16}\.(?:json|csv|html|txt|webmanifest))$/;

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

function traceIdOf(traceparent: string | string[] | undefined): string {
  const given =
    typeof traceparent === "string" && traceparent.length <= 60 ? TRACEPARENT.exec(traceparent) : null;
  return given?.[1] ?? randomBytes(16).toString("hex");
}
