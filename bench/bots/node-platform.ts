import { WebSocket } from "ws";
import type { Platform } from "#lib/client/connection/platform.ts";
import type { SocketLike } from "#lib/client/connection/socket-like.ts";
import type { Random } from "#lib/kernel/random.ts";

/** What the browser's live connection needs, from Node: bots reconnect exactly as phones do. */
export function nodePlatform(random: Random, onFrame: (frame: string) => void): Platform {
  const stored = new Map<string, string>();
  return {
    openSocket(url) {
      const socket = new WebSocket(url, { perMessageDeflate: false });
      socket.on("error", () => {}); // the close that follows says as much
      socket.on("message", (data) => onFrame(data.toString()));
      return socket as unknown as SocketLike;
    },
    clock: { now: () => performance.timeOrigin + performance.now() },
    timers: {
      after(delayMs, run) {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    random,
    page: { online: () => true, watch: () => () => {} },
    storage: {
      get: (key) => stored.get(key) ?? null,
      set: (key, value) => void stored.set(key, value),
      remove: (key) => void stored.delete(key),
    },
  };
}
