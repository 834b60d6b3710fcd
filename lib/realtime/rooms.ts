import { REFUSALS } from "../kernel/refusal.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveEvent, LiveSession } from "../session/live/live-session.ts";
import type { Presentee } from "../session/live/presence.ts";
import type { Phase, QuestionPhase } from "../session/phases/phase.ts";
import { uncounted } from "../session/phases/running-phase.ts";
import { hasMoved } from "../session/players/holds-seat.ts";
import type { Session } from "../session/session.ts";
import { encode, type Frame } from "./broadcast.ts";
import { BroadcastLoad } from "./broadcast-load.ts";
import type { Who } from "./connection.ts";
import { BoardFeed, showsBoard } from "./feeds/board-feed.ts";
import { OtherScreensFeed } from "./feeds/other-screens-feed.ts";
import { PassesFeed } from "./feeds/passes-feed.ts";
import { PersonalFeed } from "./feeds/personal-feed.ts";
import { ReactionsFeed } from "./feeds/reactions-feed.ts";
import { RosterFeed } from "./feeds/roster-feed.ts";
import { TallyFeed } from "./feeds/tally-feed.ts";
import { Room } from "./room.ts";
import type { Feed, Ticker } from "./ticker.ts";

/**
 * The rooms of this node: one per session with sockets here. What happens in a session reaches its own room and no other,
 * because there is no other way to send than through one room.
 */
export interface Rooms {
  /** The room of a session, made if there is none. A caller that does not enter it then calls `dropIfEmpty`. */
  open(live: LiveSession): Room;
  dropIfEmpty(room: Room): void;
  all(): Iterable<Room>;
  react(room: Room, emoji: string, nowMs: number): void;
  /** This player's phone has nothing more to send to the question that the host has closed. */
  pass(room: Room, playerId: string, questionIndex: number): void;
  stop(): void;
}

interface Feeds {
  board: BoardFeed;
  roster: RosterFeed;
  tally: TallyFeed;
  reactions: ReactionsFeed;
  personal: PersonalFeed;
  otherScreens: OtherScreensFeed;
  seatRequests: Feed;
  passes: PassesFeed;
  crowd: Feed;
}

/** How often a room says on the bus that people came or went. */
const CROWD_EVERY_MS = 500;

/** How often hosts are told who asks for a seat, at most. */
const SEATS_EVERY_MS = 500;

export function createRooms(runtime: Runtime, ticker: Ticker): Rooms {
  const rooms = new Map<string, { room: Room; feeds: Feeds }>();
  const load = new BroadcastLoad();
  const stopListening = runtime.live.onEvent((live, event) => {
    const entry = rooms.get(live.session.id);
    if (!entry) return;
    entry.room.live = live;
    try {
      happened(entry.room, entry.feeds, event);
    } catch (error) {
      runtime.logger.error(
        { err: error, sessionId: live.session.id },
        "A room could not be told of an event",
      );
    }
  });

  function happened(room: Room, feeds: Feeds, event: LiveEvent): void {
    switch (event.type) {
      case "changed":
        sendView(room, event.before, feeds.personal);
        // The long pauses of the lobby's boards end with it; and what phones show now they have to get now.
        if (event.before.phase.name === "lobby" || showsHead(room, feeds)) {
          feeds.board.hurry();
          ticker.drop(feeds.board);
        }
        if (room.hasStaff) ticker.mark(feeds.tally);
        boardChanges(feeds);
        if (showsHead(room, feeds)) ticker.mark(feeds.board, "now");
        if (linesChanged(event.before, room.live.session)) ticker.mark(feeds.personal, "now");
        return;
      case "joined":
        if (event.players.some(({ moves }) => moves !== undefined)) sendMoved(room);
        if (event.inOtherTeam && feeds.otherScreens.tell(event.inOtherTeam)) ticker.mark(feeds.otherScreens);
        boardChanges(feeds);
        if (room.hasStaff) ticker.mark(feeds.roster);
        return;
      case "removed":
        sendAway(room, event.playerIds);
        boardChanges(feeds);
        ticker.mark(feeds.roster);
        return;
      case "answered":
        boardChanges(feeds, event.trace);
        if (room.hasStaff) ticker.mark(feeds.tally);
        if (feeds.otherScreens.answered(event)) ticker.mark(feeds.otherScreens);
        return;
      case "presence":
        if (room.hasStaff) ticker.mark(feeds.roster);
        // Whether the one who has the seat is here is told with each request.
        if (room.live.seatRequests.size > 0) ticker.mark(feeds.seatRequests);
        return;
      case "passed":
        return;
      case "deleted":
        sendDeleted(room);
        return;
      case "reaction":
        if (!room.hasStaff) return;
        feeds.reactions.count(event.emoji);
        ticker.mark(feeds.reactions);
        return;
      case "seatRequests":
        if (room.hosts.size > 0) ticker.mark(feeds.seatRequests);
        return;
      case "remoteRemoved":
        sendRemoteAway(room, event.id);
        return;
      default:
        event satisfies never;
    }
  }

  function boardChanges({ board }: Feeds, trace?: string): void {
    board.news(trace);
    ticker.mark(board);
  }

  /**
   * To players a counted reveal goes with their lines. Those who take patches get all of a close in one frame: the reveal waits
   * for its count as long as that is quick.
   */
  function sendView(room: Room, before: Session, personal: PersonalFeed): void {
    const { version, phase } = room.live.session;
    const announced = phase.name === "question" && isNew(phase, before.phase) ? phase.shownAtMs : null;
    const obsolete = () => room.live.session.version !== version;
    const lines = linesChanged(before, room.live.session);
    const waits = room.isLarge && uncounted(phase) && phase.name === "reveal";
    const view = runtime.view(room.live);
    const frame = waits ? room.views.whole(view) : room.views.next(view, room.isLarge);
    if (lines || waits) room.toStaff(frame);
    if (lines) {
      personal.hold(frame, "all");
      return;
    }
    personal.drop();
    if (waits) personal.hold(frame, "patched");
    (waits ? room.toPlayers(frame, "plain", obsolete) : room.toEverybody(frame, obsolete))
      .then(() => {
        if (announced !== null) runtime.metrics.questionSkew(Math.max(0, runtime.clock.now() - announced));
      })
      .catch((error) => runtime.logger.error({ err: error }, "A view could not be sent"));
  }

  function sent({ type, bytes }: Pick<Frame, "type" | "bytes">, sockets: number, costMs?: number): void {
    runtime.metrics.frameOut(type, bytes.byteLength, sockets);
    if (costMs !== undefined) runtime.metrics.broadcast(type, costMs);
  }

  function entered(room: Room, who: Who): void {
    runtime.presence.enter(room.sessionId, presentee(who));
    const feeds = rooms.get(room.sessionId)?.feeds;
    if (!feeds) return;
    ticker.mark(feeds.crowd);
    if (room.board === null) ticker.mark(feeds.board);
    if (room.hasStaff) ticker.mark(feeds.roster);
    if (who.role !== "player") ticker.mark(feeds.tally);
    if (who.role === "host") {
      ticker.mark(feeds.seatRequests);
      runtime.rehearsals.hostCame(room.live);
    }
  }

  function left(room: Room, who: Who): void {
    runtime.presence.leave(room.sessionId, presentee(who));
    if (who.role === "host") runtime.rehearsals.hostLeft(room.live);
    const entry = rooms.get(room.sessionId);
    if (entry?.room !== room) return;
    if (room.hasStaff) ticker.mark(entry.feeds.roster);
    ticker.mark(entry.feeds.crowd);
    dropIfEmpty(room);
  }

  function dropIfEmpty(room: Room): void {
    const entry = rooms.get(room.sessionId);
    if (entry?.room !== room || room.size > 0) return;
    rooms.delete(room.sessionId);
    const { crowd, ...others } = entry.feeds;
    others.personal.drop();
    for (const feed of Object.values(others)) ticker.drop(feed);
  }

  function open(live: LiveSession): Room {
    const known = rooms.get(live.session.id);
    if (known) {
      known.room.live = live;
      return known.room;
    }
    const room = new Room(live, { entered, left, sent });
    const feeds: Feeds = {
      board: new BoardFeed(runtime, room, load, () => {
        if (rooms.get(room.sessionId)?.room === room) ticker.mark(feeds.board);
      }),
      roster: new RosterFeed(runtime, room),
      tally: new TallyFeed(runtime, room),
      reactions: new ReactionsFeed(room, runtime.clock.now()),
      personal: new PersonalFeed(runtime, room, () => {
        if (rooms.get(room.sessionId)?.room === room) ticker.mark(feeds.personal);
      }),
      otherScreens: new OtherScreensFeed(runtime, room),
      seatRequests: {
        async run() {
          const requests = await runtime.seats.waiting(room.live);
          room.toHosts(encode({ type: "seatRequests", tick: room.nextTick(), requests }));
          return SEATS_EVERY_MS;
        },
      },
      passes: new PassesFeed(runtime.bus, room),
      crowd: {
        async run() {
          runtime.bus.publish(room.sessionId, { type: "presence" });
          return CROWD_EVERY_MS;
        },
      },
    };
    rooms.set(live.session.id, { room, feeds });
    return room;
  }

  return {
    open,
    dropIfEmpty,
    *all() {
      for (const { room } of rooms.values()) yield room;
    },
    react(room, emoji, nowMs) {
      const feeds = rooms.get(room.sessionId)?.feeds;
      if (feeds?.reactions.mayPublish(nowMs))
        runtime.bus.publish(room.sessionId, { type: "reaction", emoji });
    },
    pass(room, playerId, questionIndex) {
      const passes = rooms.get(room.sessionId)?.feeds.passes;
      if (passes?.take(playerId, questionIndex)) ticker.mark(passes);
    },
    stop: stopListening,
  };
}

/**
 * Whether scores, ranks or outcomes that players may know have changed: a reveal was settled, the podium has come, or what
 * counts was changed after the fact.
 */
function linesChanged(before: Session, { phase, regradings }: Session): boolean {
  if (before.regradings !== regradings) return true;
  if (phase.name === "podium") return before.phase.name !== "podium";
  if (phase.name !== "reveal" || phase.result === null) return false;
  const known =
    before.phase.name === "reveal" && before.phase.index === phase.index ? before.phase.result : null;
  return JSON.stringify(known) !== JSON.stringify(phase.result);
}

function sendAway(room: Room, playerIds: readonly string[]): void {
  const removed = new Set(playerIds);
  for (const connection of room.players) {
    const { stage } = connection;
    if (stage.name !== "live" || stage.who.role !== "player" || !removed.has(stage.who.playerId)) continue;
    connection.refuse({ code: "player_removed", message: REFUSALS.player_removed.text });
    connection.close("removed");
  }
}

function sendDeleted({ players, presenters, hosts }: Room): void {
  for (const connection of [...players, ...presenters, ...hosts]) {
    connection.refuse({ code: "session_not_found", message: REFUSALS.session_not_found.text });
    connection.close("unknown_session");
  }
}

/** Devices whose seat another one has now. */
function sendMoved(room: Room): void {
  for (const connection of room.players) {
    const { stage } = connection;
    if (stage.name !== "live" || stage.who.role !== "player" || !hasMoved(room.live, stage.who)) continue;
    connection.refuse({ code: "seat_moved", message: REFUSALS.seat_moved.text });
    connection.close("moved");
  }
}

function sendRemoteAway(room: Room, id: string): void {
  for (const connection of room.hosts) {
    const { stage } = connection;
    if (stage.name !== "live" || stage.who.role !== "host") continue;
    const { by } = stage.who;
    if (by.kind !== "remote" || by.id !== id) continue;
    connection.refuse({ code: "remote_removed", message: REFUSALS.remote_removed.text });
    connection.close("remote_removed");
  }
}

/** Whether phones show the head of a board now of which they have had only cuts. */
function showsHead({ live }: Room, { board }: Feeds): boolean {
  return board.owesHead && showsBoard(live.session.phase);
}

/** Not one that merely goes on, or was changed by the host while it is shown. */
function isNew({ index }: QuestionPhase, before: Phase): boolean {
  return before.name !== "paused" && !(before.name === "question" && before.index === index);
}

function presentee(who: Who): Presentee {
  if (who.role === "player") return { role: who.role, playerId: who.playerId };
  const steered = who.role === "presenter" && who.steered;
  return { role: steered ? "host" : who.role };
}
