import type { IncomingMessage, ServerResponse } from "node:http";
import type { Metrics } from "../observability/metrics.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Asked by machines all the time; that a server says it is not ready is no request that failed. */
const NOT_COUNTED = new Set(["/healthz", "/readyz", "/metrics"]);

/** Counts what people and callers are answered: the availability of docs/OPERATIONS.md. */
export function withCountedResponses(metrics: Pick<Metrics, "response">, next: OnRequest): OnRequest {
  return function onRequest(req, res) {
    const [path = ""] = (req.url ?? "").split("?", 1);
    if (!NOT_COUNTED.has(path)) res.once("finish", () => metrics.response(res.statusCode));
    return next(req, res);
  };
}
