import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { stampAddress } from "../auth/client-address.ts";
import type { Config } from "../config/config.ts";
import { type CutReason, watchConnections } from "./connections.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { plainTarget } from "./request-target.ts";

/** The one port: pages and API to Next, sockets on /ws to the realtime layer, other upgrades (hot reload) to Next. */
export interface Http {
  /** Listens at once, so that a taken port is known before anything else starts; requests wait until `serve`. */
  claimPort(): Promise<void>;
  serve(handlers: HttpHandlers): void;
  close(): Promise<void>;
}

export interface HttpHandlers {
  /** Sent with every reply to this address. */
  headers(url: string): readonly { key: string; value: string }[];
  onRequest(req: IncomingMessage, res: ServerResponse): Promise<void> | void;
  onSocket(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  onOtherUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Told of a request that failed unexpectedly. */
  onFailure(error: unknown): void;
  /** Told of a connection that was cut before it had asked for anything. */
  onCut?(reason: CutReason, address: string): void;
}

/** How long open connections get when the server stops: requests under way, and all others. */
const CLOSE_MS = 5_000;
const HEADERS_WITHIN_MS = 15_000;
/** A film on a slow line takes its time. */
const REQUEST_WITHIN_MS = 60_000;
/** How often Node looks for those that are too late. */
const LATE_LOOKED_FOR_MS = 5_000;

export function createHttp(config: Pick<Config, "host" | "port" | "trustedProxies">): Http {
  let handlers: HttpHandlers | null = null;
  const server: Server = createServer({ connectionsCheckingInterval: LATE_LOOKED_FOR_MS }, (req, res) => {
    if (!handlers) return notYet(res);
    const target = plainTarget(req.url ?? "");
    if (target === null) return badTarget(res);
    req.url = target;
    stampAddress(req, config.trustedProxies);
    for (const { key, value } of handlers.headers(req.url ?? "")) res.setHeader(key, value);
    void answer(handlers, req, res);
  });
  // A slow client must not hold a request open for ever.
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = REQUEST_WITHIN_MS;
  const connections = watchConnections(server, (reason, address) => handlers?.onCut?.(reason, address));
  server.on("connect", (_req: IncomingMessage, socket: Duplex) => {
    socket.on("error", () => socket.destroy());
    refuseUpgrade(socket, "405 Method Not Allowed");
  });
  server.on("upgrade", (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!handlers) return refuseUpgrade(socket, "503 Service Unavailable", ["Retry-After: 2"]);
    const path = plainTarget(req.url ?? "")?.split("?", 1)[0];
    if (path === "/ws") handlers.onSocket(req, socket, head);
    else handlers.onOtherUpgrade(req, socket, head);
  });

  return {
    claimPort: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen({ port: config.port, host: config.host, backlog: 4_096 }, () => {
          server.off("error", reject);
          resolve();
        });
      }),
    serve(next) {
      handlers = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => connections.destroyAll(), CLOSE_MS).unref();
      }),
  };
}

/** Never rejects: an unhandled rejection ends the process, and with it every game on this node. */
async function answer(handlers: HttpHandlers, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    await handlers.onRequest(req, res);
  } catch (error) {
    handlers.onFailure(error);
    if (res.headersSent) res.destroy();
    else {
      res.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      res.end("Something went wrong on our side. It has been logged.\n");
    }
  }
}

function badTarget(res: ServerResponse): void {
  res.writeHead(400, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
  res.end("There is nothing at this address.\n");
}

function notYet(res: ServerResponse): void {
  res.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2" });
  res.end("Ovation is starting. Try again in a few seconds.\n");
}
