import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { clientAddress } from "../auth/client-address.ts";
import { networksOf } from "../limits/networks.ts";

/** Why a connection was cut before it had asked for anything. */
export type CutReason =
  /** Part of a request, and then nothing more in time. */
  | "slow_headers"
  /** Nothing at all in time. Browsers open such ones ahead and often do not need them. */
  | "silent"
  /** Its address had so many that ask for nothing; the oldest goes. */
  | "too_many_waiting"
  /** The server has as many connections as it takes. */
  | "full";

export interface Connections {
  /** Cuts all that are left, requests, upgraded sockets and half-open ones alike. */
  destroyAll(): void;
}

/** Those that have asked for nothing yet. A whole school comes by one address, but each of its phones asks at once. */
const WAITING_PER_ADDRESS = 512;
/** A crowd that comes in one instant is let in before any of it is heard; who has waited this long has nothing to ask. */
const WAITED_LONG_MS = 5_000;
/** Live sockets (lib/realtime/limits.ts) and some for pages. */
const CONNECTIONS_MAX = 36_000;

/**
 * Knows every connection of the server, and makes room when an address holds many that ask for nothing: the one that has
 * waited longest is cut, since an honest one asks within moments.
 */
export function watchConnections(
  server: Server,
  onCut: (reason: CutReason, address: string) => void,
  now: () => number = () => performance.now(),
): Connections {
  const all = new Set<Socket>();
  /** By network, each in the order in which they came. */
  const waiting = new Map<string, Set<Socket>>();
  const arrivals = new Map<Socket, { from: string; atMs: number }>();

  function address(socket: Socket): string {
    return clientAddress({ socketAddress: socket.remoteAddress, forwardedFor: undefined }, 0);
  }

  function wait(socket: Socket): void {
    const from = address(socket);
    arrivals.set(socket, { from, atMs: now() });
    for (const { key, share } of networksOf(from)) {
      const here = waiting.get(key) ?? new Set<Socket>();
      waiting.set(key, here.add(socket));
      if (here.size <= WAITING_PER_ADDRESS * share) continue;
      const [oldest] = here;
      if (!oldest || now() - (arrivals.get(oldest)?.atMs ?? 0) < WAITED_LONG_MS) continue;
      waited(oldest);
      oldest.destroy();
      onCut("too_many_waiting", from);
    }
  }

  function waited(socket: Socket): string | null {
    const from = arrivals.get(socket)?.from;
    if (from === undefined) return null;
    arrivals.delete(socket);
    for (const { key } of networksOf(from)) {
      const here = waiting.get(key);
      here?.delete(socket);
      if (here?.size === 0) waiting.delete(key);
    }
    return from;
  }

  function closed(this: Socket): void {
    all.delete(this);
    const from = waited(this);
    // A client that hangs up has ended its half; one that was cut for taking too long has not.
    if (from !== null && !this.readableEnded) onCut(this.bytesRead > 0 ? "slow_headers" : "silent", from);
  }

  server.maxConnections = CONNECTIONS_MAX;
  server.on("connection", (socket: Socket) => {
    all.add(socket);
    wait(socket);
    socket.once("close", closed);
  });
  server.on("request", ({ socket }: IncomingMessage) => void waited(socket));
  server.on("upgrade", ({ socket }: IncomingMessage) => void waited(socket));
  server.on("drop", (facts?: { remoteAddress?: string }) =>
    onCut("full", clientAddress({ socketAddress: facts?.remoteAddress, forwardedFor: undefined }, 0)),
  );
  return {
    destroyAll() {
      for (const socket of all) socket.destroy();
    },
  };
}
