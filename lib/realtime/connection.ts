import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Refusal } from "../kernel/refusal.ts";
import type { Caller } from "../limits/networks.ts";
import { CLOSE_CODES, type CloseReason } from "../protocol/close-codes.ts";
import { PATCHES } from "../protocol/patch.ts";
import type { ServerMessage } from "../protocol/server-messages.ts";
import { EXCESS, MESSAGES } from "./limits.ts";
import { outboundVerdict } from "./outbound.ts";
// biome-ignore lint/suspicious/noImportCycles: a socket knows its room and a room its sockets; types only
import type { Room } from "./room.ts";
import { textFrame } from "./text-frame.ts";
import { TokenBucket } from "./token-bucket.ts";

/**
 * One socket, from the upgrade to its close.
 *
 *   greeting ── hello, join ──> entering ── welcome ──> live
 *      ↑ └─ too late, not allowed, gone ───┴────────────┴──> closed
 *      └──────── join refused ────────────┘
 *
 * There are ten thousand of these: fields only, no timers and no closures. Code that holds one checks its stage after
 * every await, because the socket may have closed meanwhile.
 */
export class Connection {
  readonly ws: WebSocket;
  readonly openedAtMs: number;
  /** What `ws` reads and writes. */
  readonly wire: Wire;
  /** Since when its first message is awaited. */
  awaitedSinceMs: number;
  readonly messages: TokenBucket;
  readonly excess: TokenBucket;
  stage: ConnectionStage;
  badMessages = 0;
  refusedJoins = 0;
  excessToldAtMs = 0;
  reactions: TokenBucket | null = null;
  /** Whether it understands patches (docs/decisions/052). */
  readonly takesPatches: boolean;
  /** The version of the view it was sent last. */
  viewVersion = -1;
  /** Anything came in since the last beat. */
  heard = true;
  /** The ping on its way, 0 for none. */
  pingNumber = 0;
  pingSentAtMs = 0;
  minRttMs: number | null = null;
  /** Pings still to be sent soon, to learn the round trip before the first answer. */
  samplesLeft = 0;
  /** The number of the heartbeat's tick at the last of them. */
  sampledAtTick = 0;
  private readonly caller: Caller;
  private readonly hooks: ConnectionHooks;

  constructor(
    ws: WebSocket,
    hooks: ConnectionHooks,
    facts: { wire: Wire; caller: Caller; cookie: string | null; nowMs: number },
  ) {
    this.ws = ws;
    this.wire = facts.wire;
    this.takesPatches = ws.protocol === PATCHES;
    this.hooks = hooks;
    this.caller = facts.caller;
    this.openedAtMs = facts.nowMs;
    this.awaitedSinceMs = facts.nowMs;
    this.messages = new TokenBucket(MESSAGES, facts.nowMs);
    this.excess = new TokenBucket(EXCESS, facts.nowMs);
    this.stage = { name: "greeting", cookie: facts.cookie };
  }

  /** For the limits on wrong PINs. */
  get address(): string {
    return this.caller.address;
  }

  get open(): boolean {
    return this.stage.name !== "closed";
  }

  /**
   * A message as JSON text, or frames as they go over the wire, which many sockets may share. They are written past `ws`,
   * which sends nothing in fragments and queues nothing, so that they never come between the parts of another one.
   */
  send(type: FrameType, message: Buffer | string): void {
    if (!this.open) return;
    const verdict = outboundVerdict(this.wire.writableLength, LOSSY.has(type));
    if (verdict === "send") this.write(typeof message === "string" ? textFrame(message) : message);
    else if (verdict === "skip") this.hooks.skipped(type);
    else this.close("too_slow");
  }

  private write(frames: Buffer): void {
    // Not after the frame that closes it.
    if (this.ws.readyState === this.ws.OPEN) this.wire.write(frames);
  }

  refuse(refusal: Refusal, id?: string): void {
    this.send("refused", JSON.stringify({ type: "refused", ...(id === undefined ? {} : { id }), refusal }));
  }

  /** Says why and leaves the room at once; the socket follows when the other side has answered or time is up. */
  close(reason: CloseReason): void {
    if (!this.open) return;
    const { code, text } = CLOSE_CODES[reason];
    this.left(code);
    this.ws.close(code, text);
  }

  /** The socket is gone. Safe to call again. */
  left(code: number): void {
    if (!this.open) return;
    const { stage } = this;
    this.stage = { name: "closed" };
    if (stage.name === "live") stage.room.remove(this, stage.who);
    this.hooks.left(this, stage, code);
  }
}

/** The connection itself; its counts are there where it is one by TCP. */
export type Wire = Pick<Duplex, "write" | "writableLength"> & { bytesRead?: number; bytesWritten?: number };

export interface ConnectionHooks {
  /** A lossy frame was not sent to a slow reader. */
  skipped(type: FrameType): void;
  /** Exactly once for each connection. */
  left(connection: Connection, from: ConnectionStage, code: number): void;
}

export type FrameType = ServerMessage["type"];

/** The next one of these says it all again, so a slow reader may miss some. */
const LOSSY: ReadonlySet<FrameType> = new Set<FrameType>(["board", "cuts", "tally", "roster", "reactions"]);

export type ConnectionStage =
  /** `cookie` is the upgrade's Cookie header, kept until a hello needs it. */
  | { name: "greeting"; cookie: string | null }
  | { name: "entering" }
  | { name: "live"; room: Room; who: Who }
  | { name: "closed" };

export type Who =
  | { role: "player"; playerId: string; moves: number }
  | { role: "presenter"; steered: boolean }
  | { role: "host"; by: HostCredential; checkedAtMs: number };

/** The host's credential; checked again on long-lived sockets. A remote is a phone that runs this session alone. */
export type HostCredential =
  | { kind: "sign_in" | "api_key"; accountId: string; secret: string }
  | { kind: "remote"; id: string; secret: string };
