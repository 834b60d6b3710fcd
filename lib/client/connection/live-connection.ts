import type { ClientMessage, Hello } from "../../protocol/client-messages.ts";
import { CLOSE_CODES } from "../../protocol/close-codes.ts";
import type { ServerMessage, Welcome } from "../../protocol/server-messages.ts";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { backoffMs } from "./backoff.ts";
import { type FinalReason, finalReasonOfClose, finalReasonOfRefusal } from "./final-reason.ts";
import { pingLoop } from "./ping-loop.ts";
import type { PageEvent, Platform } from "./platform.ts";
import { readServerMessage } from "./read-message.ts";
import type { SocketLike } from "./socket-like.ts";

/**
 * One page's line to the server, over as many sockets as it takes.
 *
 *   idle ── start ──> connecting ── open ──> greeting ── welcome ──> live
 *                        ^  │ failed, too late   │ closed, refused     │ closed, silent
 *                        │  └────────────────────┴─────────────────────┘
 *                        │                       v
 *                        └── time, resumed ── waiting (offline, if the browser says there is no network)
 *
 * `closed` is final and reached from anywhere: the server said not to come back (close code, or a refusal before the
 * welcome), or this page is out of date. Only `stop` and `start` leave it. `stop` leads to idle from anywhere.
 *
 * Each state owns one timer, canceled on leaving. A socket that was given up is never listened to again, so a late
 * event of an old one cannot touch the state of a new one.
 */
export type ConnectionState =
  | { name: "idle" }
  | { name: "connecting"; attempt: number; sinceMs: number }
  | { name: "greeting"; attempt: number; sinceMs: number }
  | { name: "live"; bootId: string; sinceMs: number }
  | { name: "waiting"; attempt: number; retryAtMs: number }
  | { name: "offline"; attempt: number; retryAtMs: number }
  | { name: "closed"; reason: FinalReason; message: string; code: number | string };

/** `sinceMs`: when the connection last became live or stopped being it (or was started), on the platform's clock. */
export interface ConnectionStatus {
  state: ConnectionState;
  sinceMs: number;
}

export interface LiveConnection {
  start(): void;
  stop(): void;
  /** The same object until something changes. */
  current(): ConnectionStatus;
  subscribe(listener: () => void): () => void;
  /** False if there is no live socket; nothing is queued. */
  send(message: ClientMessage): boolean;
  /** Does not wait out the backoff. */
  retryNow(): void;
  /** Another door learned that there is nothing to come back to. */
  finish(code: string, message: string): void;
}

export interface LiveConnectionOptions {
  platform: Platform;
  url(): string;
  hello(): Omit<Hello, "type" | "protocol">;
  /** `sentAtMs`: when the hello went that this answers. `rebooted`: another server process than before. */
  welcomed(welcome: Welcome, at: { sentAtMs: number; receivedAtMs: number }, rebooted: boolean): void;
  /** Every other message. */
  received(message: Exclude<ServerMessage, Welcome>): void;
  /** The page was asleep or the network changed: earlier measurements are doubtful. */
  resumed?(): void;
}

const OPEN_PATIENCE_MS = 10_000;
const WELCOME_PATIENCE_MS = 10_000;
/** On resume, an attempt older than this was probably made without a network: begin again. */
const STALE_ATTEMPT_MS = 1_500;
/** A line that lived this long was good: the next loss starts with the shortest wait. */
const STABLE_MS = 5_000;
/** Browsers are sometimes wrong about being offline, so try anyway, seldom. */
const OFFLINE_RETRY_MS = 10_000;
/** A server that sheds load or restarts drops a whole room at once: spread it over seconds from the first try. */
const CROWD_FAILURES = 3;
const CROWD_CODES: readonly number[] = [CLOSE_CODES.overloaded.code, CLOSE_CODES.restarting.code, 1012, 1013];

export function liveConnection(options: LiveConnectionOptions): LiveConnection {
  const { platform } = options;
  const { clock, timers, random, page } = platform;
  const listeners = new Set<() => void>();
  let connection: ConnectionStatus = { state: { name: "idle" }, sinceMs: clock.now() };
  let socket: SocketLike | null = null;
  let failures = 0;
  let lastBootId: string | null = null;
  let helloAtMs = 0;
  let cancelTimer = () => {};
  let unwatch = () => {};

  const pulse = pingLoop({
    ping: () => write(JSON.stringify({ type: "ping", t0: clock.now() } satisfies ClientMessage)),
    dead: () => lost(CLOSE_CODES.no_pong.code),
    clock,
    timers,
    random,
  });

  function start(): void {
    if (connection.state.name !== "idle") return;
    failures = 0;
    unwatch = page.watch(noticed);
    connection = { ...connection, sinceMs: clock.now() };
    enter({ name: "connecting", attempt: 1, sinceMs: clock.now() });
    // Not in this turn: a React effect may be undone at once, and would leave a half-open socket behind.
    cancelTimer = timers.after(0, open);
  }

  function stop(): void {
    unwatch();
    drop();
    enter({ name: "idle" });
  }

  function open(): void {
    drop();
    enter({ name: "connecting", attempt: failures + 1, sinceMs: clock.now() });
    cancelTimer = timers.after(OPEN_PATIENCE_MS, () => lost(CLOSE_CODES.hello_late.code));
    let mine: SocketLike;
    try {
      mine = platform.openSocket(options.url(), helloText());
    } catch {
      lost(1006);
      return;
    }
    socket = mine;
    mine.onopen = () => socket === mine && greet();
    mine.onmessage = ({ data, atMs }) => socket === mine && hear(data, atMs ?? clock.now());
    mine.onclose = ({ code }) => socket === mine && lost(code);
    mine.onerror = null; // the close that follows says as much
  }

  function greet(): void {
    cancelTimer();
    enter({ name: "greeting", attempt: failures + 1, sinceMs: clock.now() });
    cancelTimer = timers.after(WELCOME_PATIENCE_MS, () => lost(CLOSE_CODES.hello_late.code));
    helloAtMs = socket?.helloAtMs ?? clock.now();
    write(helloText());
  }

  function helloText(): string {
    const hello: Hello = { type: "hello", protocol: PROTOCOL_VERSION, ...options.hello() };
    return JSON.stringify(hello);
  }

  function hear(data: unknown, atMs: number): void {
    const message = readServerMessage(data);
    if (!message) return; // a newer server may say things this page need not know
    pulse.heard();
    if (message.type === "welcome") welcome(message, atMs);
    else if (message.type === "refused" && connection.state.name === "greeting") refused(message.refusal);
    else options.received(message);
  }

  function welcome(message: Welcome, receivedAtMs: number): void {
    if (message.protocol !== PROTOCOL_VERSION) {
      finish("unsupported_protocol", CLOSE_CODES.unsupported_protocol.text);
      return;
    }
    cancelTimer();
    const rebooted = lastBootId !== null && lastBootId !== message.bootId;
    lastBootId = message.bootId;
    options.welcomed(message, { sentAtMs: helloAtMs, receivedAtMs }, rebooted);
    enter({ name: "live", bootId: message.bootId, sinceMs: clock.now() });
    pulse.start();
  }

  function refused({ code, message }: { code: string; message: string }): void {
    if (finalReasonOfRefusal(code)) finish(code, message);
    else lost(CLOSE_CODES.overloaded.code);
  }

  /** The socket is gone or given up. */
  function lost(code: number): void {
    const { state } = connection;
    const final = finalReasonOfClose(code);
    drop();
    if (final) {
      close({ name: "closed", ...final, code });
      return;
    }
    if (state.name === "live" && clock.now() - state.sinceMs >= STABLE_MS) failures = 0;
    failures += 1;
    if (CROWD_CODES.includes(code)) failures = Math.max(failures, CROWD_FAILURES);
    const offline = !page.online();
    const delayMs = offline ? OFFLINE_RETRY_MS : backoffMs(failures, random);
    enter({ name: offline ? "offline" : "waiting", attempt: failures, retryAtMs: clock.now() + delayMs });
    cancelTimer = timers.after(delayMs, open);
  }

  function finish(code: string, message: string): void {
    const reason = finalReasonOfRefusal(code);
    if (!reason || connection.state.name === "idle" || connection.state.name === "closed") return;
    drop();
    close({ name: "closed", reason, message, code });
  }

  function close(state: ConnectionState): void {
    unwatch();
    enter(state);
  }

  function noticed(event: PageEvent): void {
    if (event === "resumed") options.resumed?.();
    if (connection.state.name === "live") pulse.probe();
    else if (event === "resumed") retryNow();
  }

  function retryNow(): void {
    const { state } = connection;
    if (state.name === "waiting" || state.name === "offline") open();
    else if (state.name === "connecting" || state.name === "greeting") {
      if (clock.now() - state.sinceMs > STALE_ATTEMPT_MS) open();
    }
  }

  function drop(): void {
    cancelTimer();
    pulse.stop();
    const old = socket;
    socket = null;
    try {
      old?.close(1000);
    } catch {
      // already gone
    }
  }

  function write(text: string): boolean {
    try {
      socket?.send(text);
      return socket !== null;
    } catch {
      return false; // closing; its close event follows
    }
  }

  function enter(state: ConnectionState): void {
    const turned = (state.name === "live") !== (connection.state.name === "live");
    connection = { state, sinceMs: turned ? clock.now() : connection.sinceMs };
    for (const listener of [...listeners]) listener();
  }

  return {
    start,
    stop,
    current: () => connection,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send: (message) => connection.state.name === "live" && write(JSON.stringify(message)),
    retryNow,
    finish,
  };
}
