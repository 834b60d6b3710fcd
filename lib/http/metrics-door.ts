import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { BadConfig, type Config } from "../config/config.ts";
import type { Metrics } from "../observability/metrics.ts";

type Told = Pick<Metrics, "text" | "contentType">;
type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/**
 * GET /metrics on the public port, for callers that send METRICS_TOKEN (`Authorization: Bearer …`); 404 for all others.
 * Answered before Next, for a hundredth of its cost: a scraper in a loop must not hold a game up.
 */
export function withMetrics(
  { config, metrics }: { config: Pick<Config, "metricsToken">; metrics: Told },
  next: OnRequest,
): OnRequest {
  return function onRequest(req, res) {
    if (req.url?.split("?", 1)[0] !== "/metrics") return next(req, res);
    if (req.method !== "GET" || !sendsToken(req, config.metricsToken)) return refuse(res);
    return tell(res, metrics);
  };
}

/** GET /metrics on METRICS_PORT. It asks for no token: let only the monitoring reach that port. */
export interface MetricsServer {
  /** Throws a `BadConfig` where the port is taken. */
  listen(): Promise<void>;
  close(): void;
}

export function createMetricsServer(
  config: Pick<Config, "host" | "metricsPort">,
  metrics: Told,
): MetricsServer {
  const server = createServer((req, res) => {
    if (req.method !== "GET" || req.url?.split("?", 1)[0] !== "/metrics") return refuse(res);
    void tell(res, metrics).catch(() => res.destroy());
  });
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        if (config.metricsPort === null) return resolve();
        server.once("error", ({ code }: NodeJS.ErrnoException) =>
          reject(
            new BadConfig(
              `METRICS_PORT ${config.metricsPort} cannot be listened on (${code}). Choose another.`,
            ),
          ),
        );
        server.listen(config.metricsPort, config.host, resolve);
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function tell(res: ServerResponse, metrics: Told): Promise<void> {
  const text = await metrics.text();
  res.writeHead(200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" });
  res.end(text);
}

function refuse(res: ServerResponse): void {
  res.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  res.end("There are no metrics here. See METRICS_PORT and METRICS_TOKEN in docs/OPERATIONS.md.\n");
}

function sendsToken({ headers }: IncomingMessage, token: string | null): boolean {
  const given = Buffer.from(/^Bearer (\S{16,200})$/.exec(headers.authorization ?? "")?.[1] ?? "");
  const wanted = Buffer.from(token ?? "");
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted);
}
