import type { PageEvent, Platform } from "#lib/client/connection/platform.ts";
import type { SocketLike } from "#lib/client/connection/socket-like.ts";
import { seededRandom } from "#lib/kernel/random.ts";
import { type ClientMessage, clientMessageSchema } from "#lib/protocol/client-messages.ts";
import { type ServerMessage, serverMessageSchema } from "#lib/protocol/server-messages.ts";

const START_MS = 1_800_000_000_000;

/** A browser on a virtual clock: `run` passes time, timers ring in order, and sockets are played by the test. */
export function virtualBrowser(seed = 1) {
  let nowMs = START_MS;
  let online = true;
  let nextTimer = 0;
  const timers = new Map<number, { atMs: number; ring: () => void }>();
  const watchers = new Set<(event: PageEvent) => void>();
  const sockets: FakeSocket[] = [];
  const stored = new Map<string, string>();
  let refuseSockets = false;

  const platform: Platform = {
    openSocket(url) {
      if (refuseSockets) throw new Error("sockets are forbidden here");
      const socket = fakeSocket(url);
      sockets.push(socket);
      return socket;
    },
    clock: { now: () => nowMs },
    timers: {
      after(delayMs, ring) {
        const id = nextTimer++;
        timers.set(id, { atMs: nowMs + delayMs, ring });
        return () => timers.delete(id);
      },
    },
    random: seededRandom(seed),
    page: {
      online: () => online,
      watch(listener) {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    },
    storage: {
      get: (key) => stored.get(key) ?? null,
      set: (key, value) => stored.set(key, value),
      remove: (key) => stored.delete(key),
    },
  };

  return {
    platform,
    sockets,
    stored,
    now: () => nowMs,
    pendingTimers: () => timers.size,
    watchers: () => watchers.size,
    /** The newest socket. */
    socket(): FakeSocket {
      const socket = sockets.at(-1);
      if (!socket) throw new Error("no socket was opened");
      return socket;
    },
    forbidSockets() {
      refuseSockets = true;
    },
    page(event: PageEvent) {
      if (event === "offline") online = false;
      for (const watcher of [...watchers]) watcher(event);
    },
    goOnline() {
      online = true;
      for (const watcher of [...watchers]) watcher("resumed");
    },
    /** Passes time without ringing timers, as a frozen page does. */
    freeze(ms: number) {
      nowMs += ms;
    },
    /** Passes time; promises settle between timers. */
    async run(ms: number) {
      const untilMs = nowMs + ms;
      await settled();
      for (;;) {
        const [due] = [...timers]
          .filter(([, { atMs }]) => atMs <= untilMs)
          .sort((a, b) => a[1].atMs - b[1].atMs);
        if (!due) break;
        timers.delete(due[0]);
        nowMs = Math.max(nowMs, due[1].atMs);
        due[1].ring();
        await settled();
      }
      nowMs = Math.max(nowMs, untilMs);
    },
  };
}

export type VirtualBrowser = ReturnType<typeof virtualBrowser>;

export interface FakeSocket extends SocketLike {
  url: string;
  /** Everything the page sent, each checked against the protocol. */
  sent: ClientMessage[];
  closedByPage: boolean;
  opens(): void;
  /** The server says something, checked against the protocol. */
  says(message: ServerMessage): void;
  saysRaw(data: unknown): void;
  closes(code: number): void;
  of<Type extends ClientMessage["type"]>(type: Type): Extract<ClientMessage, { type: Type }>[];
}

function fakeSocket(url: string): FakeSocket {
  const socket: FakeSocket = {
    url,
    sent: [],
    closedByPage: false,
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (data) => socket.sent.push(clientMessageSchema.parse(JSON.parse(data))),
    close: () => {
      socket.closedByPage = true;
    },
    opens: () => socket.onopen?.(),
    says: (message) => socket.saysRaw(JSON.stringify(serverMessageSchema.parse(message))),
    saysRaw: (data) => socket.onmessage?.({ data }),
    closes: (code) => socket.onclose?.({ code, reason: "" }),
    of: (type) => socket.sent.filter((message) => message.type === type) as never,
  };
  return socket;
}

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
