import type { Board } from "../protocol/server-messages.ts";
import { RANK_IN_ACK_UP_TO } from "../scoring/after-commit.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { broadcast, type Frame } from "./broadcast.ts";
// biome-ignore lint/suspicious/noImportCycles: a socket knows its room and a room its sockets; types only
import type { Connection, Who } from "./connection.ts";
import { ViewFrames } from "./view-frames.ts";

/** The sockets of one session on this node. */
export class Room {
  readonly sessionId: string;
  live: LiveSession;
  readonly players = new Set<Connection>();
  readonly hosts = new Set<Connection>();
  readonly presenters = new Set<Connection>();
  /** The last one made, for new connections. */
  board: Board | null = null;
  /** Players who have been here before; a room that empties forgets them. */
  readonly seen = new Set<string>();
  /** How many sockets each player has here: a second tab, or one whose end is not known yet. */
  private readonly screens = new Map<string, number>();
  /** Its views as they are sent. */
  readonly views = new ViewFrames();
  private tick = 0;
  private readonly hooks: RoomHooks;

  constructor(live: LiveSession, hooks: RoomHooks) {
    this.sessionId = live.session.id;
    this.live = live;
    this.hooks = hooks;
  }

  get size(): number {
    return this.players.size + this.hosts.size + this.presenters.size;
  }

  /** Where each phone costs, those that take patches get them. In smaller rooms all are sent the same. */
  get isLarge(): boolean {
    return this.live.roster.size > RANK_IN_ACK_UP_TO;
  }

  get hasStaff(): boolean {
    return this.hosts.size + this.presenters.size > 0;
  }

  add(connection: Connection, who: Who): void {
    connection.stage = { name: "live", room: this, who };
    this.socketsOf(who).add(connection);
    this.countScreen(who, 1);
    this.hooks.entered(this, who);
  }

  remove(connection: Connection, who: Who): void {
    if (!this.socketsOf(who).delete(connection)) return;
    this.countScreen(who, -1);
    this.hooks.left(this, who);
  }

  screensOf(playerId: string): number {
    return this.screens.get(playerId) ?? 0;
  }

  /** Rises with every lossy message of this room, so that the latest wins. */
  nextTick(): number {
    this.tick += 1;
    return this.tick;
  }

  /** Returns what it took of the core, in milliseconds. */
  toEverybody(frame: Frame, obsolete?: () => boolean): Promise<number> {
    return this.to([this.hosts, this.presenters, this.players], frame, obsolete);
  }

  /**
   * Returns what it took of the core, in milliseconds.
   *
   * @param who only those who take patches, or only those who do not
   */
  toPlayers(
    frame: Frame,
    who: "all" | "patched" | "plain" = "all",
    obsolete?: () => boolean,
  ): Promise<number> {
    if (who === "all") return this.to([this.players], frame, obsolete);
    const patched = who === "patched";
    const group = [...this.players].filter(({ takesPatches }) => takesPatches === patched);
    return this.to([new Set(group)], frame, obsolete);
  }

  toStaff(frame: Frame): void {
    this.toHosts(frame);
    this.toPresenters(frame);
  }

  toPresenters(frame: Frame): void {
    for (const connection of this.presenters) connection.send(frame.type, frame.bytes);
    this.hooks.sent(frame, this.presenters.size);
  }

  toHosts(frame: Frame): void {
    for (const connection of this.hosts) connection.send(frame.type, frame.bytes);
    this.hooks.sent(frame, this.hosts.size);
  }

  private async to(
    groups: readonly ReadonlySet<Connection>[],
    frame: Frame,
    obsolete?: () => boolean,
  ): Promise<number> {
    const sockets = groups.flatMap((group) => [...group]);
    const briefs = frame.brief ? sockets.filter(({ takesPatches }) => takesPatches).length : 0;
    const costMs = await broadcast(groups, frame, obsolete);
    this.hooks.sent(frame, sockets.length - briefs, costMs);
    if (frame.brief) this.hooks.sent(frame.brief, briefs);
    return costMs;
  }

  private countScreen(who: Who, by: 1 | -1): void {
    if (who.role !== "player") return;
    const screens = (this.screens.get(who.playerId) ?? 0) + by;
    if (screens > 0) this.screens.set(who.playerId, screens);
    else this.screens.delete(who.playerId);
  }

  private socketsOf(who: Who): Set<Connection> {
    switch (who.role) {
      case "player":
        return this.players;
      case "host":
        return this.hosts;
      case "presenter":
        return this.presenters;
      default:
        return who satisfies never;
    }
  }
}

export interface RoomHooks {
  entered(room: Room, who: Who): void;
  left(room: Room, who: Who): void;
  /** `costMs` for a broadcast to more than staff. */
  sent(frame: Pick<Frame, "type" | "bytes">, sockets: number, costMs?: number): void;
}

/** The fields of a log line about a socket. */
export function aboutSocket(room: Room, who: Who): Record<string, string> {
  return {
    sessionId: room.sessionId,
    role: who.role,
    ...(who.role === "player" ? { playerId: who.playerId } : {}),
  };
}
