import { ok, type Result } from "../kernel/result.ts";
import type { Joined } from "../protocol/shapes.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live/live-session.ts";
import { hasMoved, type SeatHolder } from "../session/players/holds-seat.ts";
import type { You } from "../session/players/you.ts";
import type { Connection, Who } from "./connection.ts";
import { ensureBoard } from "./feeds/board-feed.ts";
import { healthMessage } from "./health.ts";
import { type Rejection, reject } from "./identify.ts";
import { createLineReader } from "./line-reader.ts";
import { aboutSocket, type Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { createWelcome, type Welcomed } from "./welcome.ts";

/**
 * The last step into a room, after hello and join alike: the whole state in one welcome, then the news. Resolves when
 * the socket is in, or is gone; `joined` goes to a player who joined by this very socket.
 */
export type LetIn = (
  connection: Connection,
  live: LiveSession,
  who: Who,
  joined?: Joined,
) => Promise<Result<null, Rejection>>;

export function createEntrance(runtime: Runtime, rooms: Rooms): LetIn {
  const readLine = createLineReader(runtime);
  const welcome = createWelcome(runtime);

  return async function letIn(connection, live, who, joined) {
    const room = rooms.open(live);
    try {
      await ensureBoard(runtime, room);
      const line = who.role === "player" ? await currentLine(connection, live, who) : ok(null);
      if (!line.ok) return line;
      // From here on in one turn, so that nothing is missed between the state that is sent and the news that follow.
      if (connection.open)
        enter(connection, rooms.open(live), { who, line: line.value, joined: joined ?? null });
      return ok(null);
    } finally {
      rooms.dropIfEmpty(room);
    }
  };

  async function currentLine(
    connection: Connection,
    live: LiveSession,
    holder: SeatHolder,
  ): Promise<Result<You, Rejection>> {
    const { playerId } = holder;
    for (;;) {
      const { version } = live.session;
      const line = await readLine(live, playerId);
      if (live.removed.has(playerId)) return reject("player_removed", "removed");
      if (hasMoved(live, holder)) return reject("seat_moved", "moved");
      if (!line) return reject("not_joined", "not_allowed");
      // A line read before a change would be told after the news of it.
      if (live.session.version === version || !connection.open) return ok(line);
    }
  }

  function enter(connection: Connection, room: Room, welcomed: Welcomed): void {
    const { who } = welcomed;
    room.add(connection, who);
    runtime.pins.noteAt(connection.address, { pin: room.live.session.pin, sessionId: room.sessionId });
    const frame = welcome(room, welcomed);
    connection.send("welcome", frame);
    connection.viewVersion = room.live.session.version;
    room.views.welcomed(() => runtime.view(room.live));
    if (who.role === "host") connection.send("health", JSON.stringify(healthMessage(runtime)));
    runtime.metrics.frameOut("welcome", frame.length);
    runtime.metrics.socketOpened(who.role);
    const name = who.role === "player" ? who.playerId : who.role;
    const came = room.seen.has(name) ? "resumed" : "fresh";
    runtime.metrics.hello(came);
    runtime.events.tell("socket-opened", "A socket was opened", { ...aboutSocket(room, who), reason: came });
    room.seen.add(name);
  }
}
