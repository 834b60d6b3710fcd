/**
 * A TCP proxy that misbehaves on request: late, silent, slow, cut, or refusing. The jitter comes from a seed, so a run
 * that failed can be repeated. Conditions apply to open connections and to new ones.
 */
import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "#lib/kernel/random.ts";

export interface FaultProxy {
  readonly port: number;
  /** Each direction is late by this much; a round trip by twice as much. */
  setLatency(ms: number, jitterMs?: number): void;
  /** While on, nothing arrives in either direction and connections stay open; off lets through what was held. */
  blackhole(on: boolean): void;
  /** Resets every open connection. New ones are welcome. */
  cut(): void;
  /** While on, new connections are refused; open ones stay. */
  refuse(on: boolean): Promise<void>;
  /** Per connection and direction; `Infinity` lifts it. */
  throttle(bytesPerSecond: number): void;
  readonly connections: number;
  stop(): Promise<void>;
}

interface Link {
  delayMs(): number;
  bytesPerSecond: number;
  /** Pending while the link is a black hole. */
  open: Promise<void>;
}

export async function startProxy(
  targetPort: number,
  { targetHost = "127.0.0.1", seed = 1 } = {},
): Promise<FaultProxy> {
  const random = seededRandom(seed);
  const sockets = new Set<Socket>();
  let latencyMs = 0;
  let jitterMs = 0;
  let reopen = () => {};
  const link: Link = {
    delayMs: () => latencyMs + random() * jitterMs,
    bytesPerSecond: Number.POSITIVE_INFINITY,
    open: Promise.resolve(),
  };

  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = dial({ port: targetPort, host: targetHost, allowHalfOpen: true, noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {}); // "close" follows
      socket.on("close", (hadError) => {
        sockets.delete(socket);
        if (hadError) reset(other);
      });
      relay(socket, other, link);
    }
  });
  const listen = async (port: number) => {
    listener.listen(port, "127.0.0.1");
    await once(listener, "listening");
  };
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) reset(socket);
  };

  return {
    port,
    get connections() {
      return Math.ceil(sockets.size / 2);
    },
    setLatency(ms, jitter = 0) {
      latencyMs = ms;
      jitterMs = jitter;
    },
    blackhole(on) {
      reopen();
      if (on) {
        link.open = new Promise((resolve) => {
          reopen = resolve;
        });
      }
    },
    cut,
    async refuse(on) {
      if (on && listener.listening) listener.close();
      if (!on && !listener.listening) await listen(port);
    },
    throttle(bytesPerSecond) {
      link.bytesPerSecond = bytesPerSecond;
    },
    async stop() {
      reopen();
      cut();
      if (listener.listening) await new Promise((resolve) => listener.close(resolve));
    },
  };
}

/** How much one direction of one connection may hold, like a socket buffer: then the sender is made to wait. */
const BUFFER_BYTES = 256 * 1024;

/** Moves bytes in order, each piece no earlier than its due time. A `null` piece is the end of the stream. */
function relay(from: Socket, to: Socket, link: Link): void {
  const queue: { piece: Buffer | null; dueMs: number }[] = [];
  let heldBytes = 0;
  let delivering = false;
  const enqueue = (piece: Buffer | null) => {
    queue.push({ piece, dueMs: performance.now() + link.delayMs() });
    heldBytes += piece?.length ?? 0;
    if (heldBytes > BUFFER_BYTES) from.pause();
    if (!delivering) void deliver();
  };
  from.on("data", enqueue);
  from.on("end", () => enqueue(null));

  async function deliver(): Promise<void> {
    delivering = true;
    for (let next = queue.shift(); next && !to.destroyed; next = queue.shift()) {
      const waitMs = next.dueMs - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      await link.open;
      if (next.piece === null) to.end();
      else await deliverPiece(next.piece);
      heldBytes -= next.piece?.length ?? 0;
      if (heldBytes <= BUFFER_BYTES / 2) from.resume();
    }
    delivering = false;
  }

  async function deliverPiece(piece: Buffer): Promise<void> {
    for (let at = 0; at < piece.length && !to.destroyed; ) {
      await link.open;
      const limit = link.bytesPerSecond;
      // Twenty steps a second, so that a slow link trickles rather than bursts.
      const step = Number.isFinite(limit) ? Math.max(1, Math.ceil(limit / 20)) : piece.length;
      const slice = piece.subarray(at, at + step);
      if (Number.isFinite(limit)) await sleep((slice.length / limit) * 1000);
      if (to.destroyed) return;
      if (!to.write(slice)) await Promise.race([once(to, "drain"), once(to, "close")]).catch(() => {});
      at += slice.length;
    }
  }
}

function reset(socket: Socket): void {
  // Not yet connected: there is nothing to reset, and Node would throw away the wish.
  if (socket.connecting) socket.destroy();
  else if (!socket.destroyed) socket.resetAndDestroy();
}
