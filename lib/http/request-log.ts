import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parseTraceparent } from "../kernel/trace.ts";
import type { RequestTrace } from "../observability/traces.ts";
import type { Runtime } from "../runtime/runtime.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Files and probes, which come by the thousand and say nothing. */
const NOT_LOGGED = /^\/(?:_next\/|healthz$|readyz$|metrics$|favicon|icon|sounds\/|fonts\/)/;

/**
 * One line for each request of a page, a server action or the API: its route, status and time. Ids, PINs and all that is
 * behind the question mark stay out. `trace.id` is the caller's own, if it sends a traceparent.
 */
export function withRequestLog(
  { events, traces }: Pick<Runtime, "events" | "traces">,
  next: OnRequest,
): OnRequest {
  return function onRequest(req, res) {
    const path = req.url?.split("?", 1)[0] ?? "";
    if (NOT_LOGGED.test(path)) return next(req, res);
    const startedAtMs = performance.now();
    const caller = parseTraceparent(req.headers.traceparent);
    const span = traces?.root(performance.timeOrigin + startedAtMs, caller) ?? null;
    const traced: RequestTrace = { traceId: span?.traceId ?? caller?.traceId ?? newTraceId(), span };
    res.once("close", () => {
      const method = req.method ?? "GET";
      const route = routeOf(path);
      const door = doorOf(req, path);
      const status = res.statusCode;
      events.tell("request", `${method} ${route} ${status}`, {
        ...{ method, route, door, status },
        outcome: !res.writableFinished ? "unknown" : status < 400 ? "success" : "failure",
        traceId: traced.traceId,
        tookMs: performance.now() - startedAtMs,
      });
      if (!traces || !traced.span) return;
      traces.end(traced.span, {
        name: `${method} ${route}`,
        failed: status >= 500,
        attributes: {
          "http.request.method": method,
          "http.route": route,
          "http.response.status_code": status,
          "ovation.door": door,
        },
      });
    });
    return traces ? traces.request(traced, () => next(req, res)) : next(req, res);
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

function doorOf({ headers }: IncomingMessage, path: string): "action" | "rest" | "page" {
  if (headers["next-action"] !== undefined) return "action";
  return path.startsWith("/api/") ? "rest" : "page";
}

function newTraceId(): string {
  return randomBytes(16).toString("hex");
}
