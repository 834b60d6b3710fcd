import type { Clock } from "../../kernel/clock.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { LeaderboardStore } from "../../leaderboard/leaderboard-store.ts";
import { networksOf } from "../../limits/networks.ts";
import type { Logger } from "../../observability/logger.ts";
import type { LiveEvent, LiveSession } from "../../session/live/live-session.ts";
import type { LiveSessions } from "../../session/live/live-sessions.ts";
import { withAvatars } from "../../session/players/faces.ts";
import type { View } from "../../session/reports/view.ts";
import { type EventStream, eventStream } from "./event-stream.ts";

/**
 * The readers of server-sent events on this node. What happens in a session is made into one view and one board for all
 * its readers: at once when the phase changes, otherwise once a second.
 */
export interface EventStreams {
  /**
   * A reader that has seen the end gets a reply without a stream, so that it comes no more.
   *
   * @param lastVersion of the view that the reader has, from Last-Event-ID
   */
  open(live: LiveSession, from: { address: string; lastVersion: number | null }): Result<Response, Refusal>;
  /** Sends all away to come back elsewhere, and takes no more, until it may take them again. */
  rest(resting: boolean): void;
  /** The same for good. */
  drain(): void;
  readonly size: number;
}

/** Fewer than sockets: each is a whole HTTP connection. */
const STREAMS_MAX = 2_000;
/** An integrator's server reads many sessions; a school's lobby screens sit behind one address. */
const STREAMS_PER_NETWORK = 100;
const FLUSH_MS = 1_000;
const BEAT_MS = 15_000;
/** So long a reader may take nothing before it is cut. */
const STUCK_MS = 30_000;
const RETRY_MS = 2_000;
const BOARD_TOP = 10;

interface Deps {
  live: Pick<LiveSessions, "open" | "onEvent">;
  leaderboard: Pick<LeaderboardStore, "top">;
  view(live: LiveSession): View;
  clock: Clock;
  logger: Pick<Logger, "error">;
}

interface Room {
  live: LiveSession;
  readers: Set<EventStream>;
  view: string;
  board: string | null;
  flush: NodeJS.Timeout | null;
}

export function createEventStreams(runtime: Deps): EventStreams {
  const rooms = new Map<string, Room>();
  const perNetwork = new Map<string, number>();
  let size = 0;
  let draining = false;
  const onError = (err: unknown) => runtime.logger.error({ err }, "Failed while sending events");

  const stopListening = runtime.live.onEvent((live, event) => {
    const room = rooms.get(live.session.id);
    if (!room) return;
    room.live = live;
    happened(room, event);
  });
  const beats = setInterval(beat, BEAT_MS);
  beats.unref();

  function happened(room: Room, event: LiveEvent): void {
    if (event.type === "deleted") endAll(room, "deleted");
    if (event.type === "changed") {
      sendView(room);
      sendBoard(room).catch(onError);
      if (room.live.session.phase.name === "ended") endAll(room, "ended");
      return;
    }
    if (event.type !== "joined" && event.type !== "removed" && event.type !== "answered") return;
    room.flush ??= setTimeout(() => {
      room.flush = null;
      sendView(room);
      sendBoard(room).catch(onError);
    }, FLUSH_MS).unref();
  }

  function sendView(room: Room): void {
    const view = JSON.stringify(runtime.view(room.live));
    if (view === room.view) return;
    room.view = view;
    for (const reader of room.readers) reader.send(viewEvent(room.live, view));
  }

  async function sendBoard(room: Room): Promise<void> {
    const standings = await runtime.leaderboard.top(room.live.session.id, BOARD_TOP);
    const board = JSON.stringify({
      players: room.live.roster.size,
      standings: withAvatars(standings, room.live),
    });
    if (board === room.board) return;
    room.board = board;
    for (const reader of room.readers) reader.send({ name: "board", data: board });
  }

  function endAll(room: Room, reason: "ended" | "deleted"): void {
    for (const reader of room.readers) reader.end({ name: "end", data: JSON.stringify({ reason }) });
  }

  function beat(): void {
    const nowMs = runtime.clock.now();
    for (const [sessionId, room] of rooms) {
      // Keeps this node's copy, which is dropped when unused.
      runtime.live.open(sessionId).catch(onError);
      for (const reader of room.readers) {
        const stuckMs = reader.stuckSinceMs();
        if (stuckMs !== null && nowMs - stuckMs > STUCK_MS) reader.cut();
        else reader.beat();
      }
    }
  }

  function enter(live: LiveSession, address: string): { room: Room; reader: EventStream } {
    const sessionId = live.session.id;
    const known = rooms.get(sessionId);
    const room = known ?? { live, readers: new Set(), view: "", board: null, flush: null };
    rooms.set(sessionId, room);
    const keys = networksOf(address).map(({ key }) => key);
    for (const key of keys) perNetwork.set(key, (perNetwork.get(key) ?? 0) + 1);
    size += 1;
    let left = false;
    const reader = eventStream({ now: () => runtime.clock.now(), retryMs: RETRY_MS }, () => {
      if (left) return;
      left = true;
      size -= 1;
      for (const key of keys) {
        const count = (perNetwork.get(key) ?? 1) - 1;
        if (count > 0) perNetwork.set(key, count);
        else perNetwork.delete(key);
      }
      room.readers.delete(reader);
      if (room.readers.size > 0 || rooms.get(sessionId) !== room) return;
      if (room.flush) clearTimeout(room.flush);
      rooms.delete(sessionId);
    });
    room.readers.add(reader);
    return { room, reader };
  }

  function rest(resting: boolean): void {
    draining = resting;
    if (!resting) return;
    for (const room of rooms.values())
      for (const reader of room.readers) reader.end({ name: "end", data: '{"reason":"restarting"}' });
  }

  return {
    open(live, { address, lastVersion }) {
      if (draining) return refuse("draining");
      const { version, phase } = live.session;
      // A reader would come back for ever; this status stops it.
      if (phase.name === "ended" && lastVersion !== null && lastVersion >= version)
        return ok(new Response(null, { status: 204 }));
      if (size >= STREAMS_MAX)
        return refuse("overloaded", "This server cannot send events to more readers right now.");
      const full = networksOf(address).some(
        ({ key, share }) => (perNetwork.get(key) ?? 0) >= STREAMS_PER_NETWORK * share,
      );
      if (full)
        return refuse(
          "too_many_requests",
          `One network may read at most ${STREAMS_PER_NETWORK} event streams at once.`,
        );
      const { room, reader } = enter(live, address);
      const view = JSON.stringify(runtime.view(live));
      room.view ||= view;
      if (lastVersion === null || lastVersion < version) reader.send(viewEvent(live, view));
      if (phase.name === "ended") reader.end({ name: "end", data: JSON.stringify({ reason: "ended" }) });
      else if (room.board !== null) reader.send({ name: "board", data: room.board });
      else sendBoard(room).catch(onError);
      return ok(reader.response);
    },
    rest,
    drain() {
      clearInterval(beats);
      stopListening();
      rest(true);
    },
    get size() {
      return size;
    },
  };
}

/** A Last-Event-ID that was not one of ours is none. */
export function lastVersionOf(header: string | null): number | null {
  return header !== null && /^\d{1,9}$/.test(header) ? Number(header) : null;
}

function viewEvent({ session }: LiveSession, view: string) {
  return { name: "view", data: view, id: String(session.version) };
}
