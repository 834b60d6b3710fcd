import { createGroupCommit } from "../kernel/group-commit.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Hello } from "../protocol/client-messages.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { LiveSession } from "../session/live-sessions.ts";
import { type PersonalLine, personalLines } from "../session/personal.ts";
import { boardNow, ensureBoard } from "./board-feed.ts";
import type { Connection, Who } from "./connection.ts";
import { createFindSession } from "./find-session.ts";
import { healthMessage } from "./health.ts";
import { identify, type Rejection, reject } from "./identify.ts";
import type { Room } from "./room.ts";
import type { Rooms } from "./rooms.ts";

/**
 * Answers a hello with the whole state: who comes back needs no history, so a resume is a hello like any other. Resumes
 * that arrive together share their reads; after a restart a room of thousands comes back within seconds.
 */
export type Greet = (connection: Connection, hello: Hello, cookie: string | null) => Promise<void>;

export function createGreet(runtime: Runtime, rooms: Rooms): Greet {
  const findSession = createFindSession(runtime, rooms);
  const lines = createLineReader(runtime);

  return async function greet(connection, hello, cookie) {
    const admitted = await admit(connection, hello, cookie).catch((error: unknown) => {
      const full = (error as { code?: unknown }).code === "queue_full";
      if (!full) runtime.logger.error({ err: error }, "A hello could not be answered");
      return reject(full ? "overloaded" : "unavailable", "overloaded");
    });
    if (admitted.ok || !connection.open) return;
    const { refusal, close } = admitted.error;
    runtime.metrics.hello(refusal.code);
    connection.refuse(refusal);
    connection.close(close);
  };

  async function admit(
    connection: Connection,
    hello: Hello,
    cookie: string | null,
  ): Promise<Result<null, Rejection>> {
    const live = await findSession(hello, connection.address);
    if (live === "too_many_guesses") return reject("too_many_requests", "overloaded");
    if (live === "unknown") {
      return reject(hello.sessionId === undefined ? "unknown_pin" : "session_not_found", "unknown_session");
    }
    const identified = await identify(runtime, live, hello, cookie);
    if (!identified.ok) return identified;
    const who = identified.value;
    const room = rooms.open(live);
    try {
      await ensureBoard(runtime, room);
      const line = who.role === "player" ? await currentLine(connection, live, who.playerId) : ok(null);
      // From here on in one turn, so that nothing is missed between the state that is sent and the news that follow.
      if (line.ok && connection.open) enter(connection, rooms.open(live), who, line.value);
      return line.ok ? ok(null) : line;
    } finally {
      rooms.dropIfEmpty(room);
    }
  }

  async function currentLine(
    connection: Connection,
    live: LiveSession,
    playerId: string,
  ): Promise<Result<PersonalLine, Rejection>> {
    for (;;) {
      const { version } = live.session;
      const line = await lines.submit({ live, playerId });
      if (live.removed.has(playerId)) return reject("player_removed", "removed");
      if (!line) return reject("not_joined", "not_allowed");
      // A line read before a change would be told after the news of it.
      if (live.session.version === version || !connection.open) return ok(line);
    }
  }

  function enter(connection: Connection, room: Room, who: Who, line: PersonalLine | null): void {
    room.add(connection, who);
    const frame = welcome(runtime, room, who, line);
    connection.send("welcome", frame);
    if (who.role === "host") connection.send("health", JSON.stringify(healthMessage(runtime)));
    runtime.metrics.frameOut("welcome", frame.length);
    runtime.metrics.socketOpened(who.role);
    const name = who.role === "player" ? who.playerId : who.role;
    runtime.metrics.hello(room.seen.has(name) ? "resumed" : "fresh");
    room.seen.add(name);
  }
}

/** Put together from text, because thousands of welcomes in a row share all but a few fields. */
function welcome(runtime: Runtime, room: Room, who: Who, line: PersonalLine | null): string {
  const head = {
    type: "welcome",
    protocol: PROTOCOL_VERSION,
    bootId: runtime.bootId,
    serverNowMs: runtime.clock.now(),
  };
  const view = JSON.stringify(runtime.view(room.live));
  const board = JSON.stringify(boardNow(room));
  const you = line ? `,"you":${JSON.stringify(line)}` : "";
  return `${JSON.stringify(head).slice(0, -1)},"as":"${who.role}","view":${view},"board":${board}${you}}`;
}

function createLineReader(runtime: Runtime) {
  return createGroupCommit<{ live: LiveSession; playerId: string }, PersonalLine | null>({
    lingerMs: 3,
    maxGroup: 500,
    async write(group) {
      const bySession = new Map<LiveSession, string[]>();
      for (const { live, playerId } of group) {
        const ofSession = bySession.get(live);
        if (ofSession) ofSession.push(playerId);
        else bySession.set(live, [playerId]);
      }
      const read = new Map<LiveSession, Map<string, PersonalLine>>();
      for (const [live, playerIds] of bySession)
        read.set(live, await personalLines(runtime, live, playerIds));
      return group.map(({ live, playerId }) => read.get(live)?.get(playerId) ?? null);
    },
  });
}
