import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import type { Config } from "../config/config.ts";
import { stampLocale } from "../language/stamp.ts";

export interface Pages {
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * Next, hosted. On its first request Next puts an `upgrade` listener of its own on the server it is given, and ends
 * sockets it does not know; so it is given one that never listens, and hears only of upgrades that are not ours.
 */
export async function createPages(config: Pick<Config, "development" | "host" | "port">): Promise<Pages> {
  const inert = new Server();
  const app = next({
    dev: config.development,
    hostname: config.host,
    port: config.port,
    httpServer: inert,
  });
  await app.prepare();
  const handler = app.getRequestHandler();
  return {
    handle(req, res) {
      stampLocale(req);
      // One address, one page per language: what is kept on the way must keep them apart.
      res.setHeader("Vary", "Accept-Language, Cookie");
      return handler(req, res);
    },
    handleUpgrade(req, socket, head) {
      if (inert.listenerCount("upgrade") === 0)
        socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
      else inert.emit("upgrade", req, socket, head);
    },
  };
}
