import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { stampAddress } from "../auth/address.ts";
import type { Config } from "../config/config.ts";

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
  /** Told of a request that failed in a way nobody foresaw. */
  onFailure(error: unknown): void;
}

/** Requests still running when the server stops get this long. */
const CLOSE_MS = 5_000;

export function createHttp(config: Pick<Config, "host" | "port" | "trustedProxies">): Http {
  let handlers: HttpHandlers | null = null;
  const server: Server = createServer((req, res) => {
    if (!handlers) return notYet(res);
    stampAddress(req, config.trustedProxies);
    for (const { key, value } of handlers.headers(req.url ?? "")) res.setHeader(key, value);
    void answer(handlers, req, res);
  });
  // A slow client must not hold a request open for ever.
  server.headersTimeout = 20_000;
  server.requestTimeout = 60_000;
  server.on("upgrade", (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!handlers) return socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
    const path = (req.url ?? "").split("?", 1)[0];
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
        setTimeout(() => server.closeAllConnections(), CLOSE_MS).unref();
      }),
  };
}

/** Never rejects: a promise that fails with nobody waiting for it ends the process, and with it every game on this node. */
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

function notYet(res: ServerResponse): void {
  res.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "2" });
  res.end("Ovation is starting. Try again in a few seconds.\n");
}
