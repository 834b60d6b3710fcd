import type { IncomingMessage, ServerResponse } from "node:http";
import { Server } from "node:http";
import type { Duplex } from "node:stream";
import next from "next";
import type { Config } from "../config/config.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { stampLocale } from "./stamp.ts";

/** Files and replies that have no language. */
const SAME_FOR_ALL = /^\/(_next|api|icons)\//;

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
      if (!SAME_FOR_ALL.test(req.url ?? "")) keepApart(res);
      return handler(req, res);
    },
    handleUpgrade(req, socket, head) {
      // Only the development server has a socket of its own.
      if (!config.development || inert.listenerCount("upgrade") === 0) refuseUpgrade(socket, "404 Not Found");
      else inert.emit("upgrade", req, socket, head);
    },
  };
}

/**
 * One address, one page per language: caches on the way must keep them apart. A static page comes with a Vary of its own,
 * which would replace one set before.
 */
function keepApart(res: ServerResponse): void {
  const setHeader = res.setHeader.bind(res);
  res.setHeader = (name, value) => {
    if (name.toLowerCase() !== "vary") return setHeader(name, value);
    const given = [value].flat().join(", ").split(", ");
    return setHeader(name, [...new Set([...given, "Accept-Language", "Cookie"])].join(", "));
  };
}
