import type { Result } from "../kernel/result.ts";
import type { Hello, Join } from "../protocol/client-messages.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { takeJoin } from "../runtime/take-join.ts";
import type { Connection } from "./connection.ts";
import { createEntrance } from "./entrance.ts";
import { createFindSession } from "./find-session.ts";
import { identify, type Rejection, reject } from "./identify.ts";
import { REFUSED_JOINS_MAX, SOMEBODY_WITHIN_MS } from "./limits.ts";
import type { Rooms } from "./rooms.ts";

/**
 * Answers the first message of a socket with the whole state, or with a refusal.
 *   hello  from a known player, host or screen: coming back needs no history, so a resume is a hello like any other. Refused, the
 *          socket closes with the reason's code.
 *   join   from a new player: one round trip gives the player, the token and the state. Refused,
 *          the socket stays for some tries, so that another name can be chosen.
 */
export interface Greet {
  hello(connection: Connection, hello: Hello, cookie: string | null): Promise<void>;
  join(connection: Connection, join: Join, cookie: string | null): Promise<void>;
}

export interface GreetDeps {
  runtime: Runtime;
  rooms: Rooms;
  /** A refused join leaves the socket without a name: its next first message is awaited. */
  awaitGreeting(connection: Connection): void;
}

export function createGreet({ runtime, rooms, awaitGreeting }: GreetDeps): Greet {
  const findSession = createFindSession(runtime);
  const letIn = createEntrance(runtime, rooms);

  async function admit(
    connection: Connection,
    hello: Hello,
    cookie: string | null,
  ): Promise<Result<null, Rejection>> {
    const look = await findSession(hello, connection, cookie);
    if (look.outcome === "held") return reject("too_many_requests", "overloaded");
    if (look.outcome === "unknown") {
      return reject(hello.sessionId === undefined ? "unknown_pin" : "session_not_found", "unknown_session");
    }
    const who = await identify(runtime, look.live, hello, cookie);
    return who.ok ? letIn(connection, look.live, who.value) : who;
  }

  async function takeIn(
    connection: Connection,
    { pin, name, joinKey, avatar, team }: Join,
    cookie: string | null,
  ): Promise<Result<null, Pick<Rejection, "refusal">>> {
    const look = await findSession({ pin }, connection, cookie);
    if (look.outcome !== "found")
      return reject(look.outcome === "held" ? "too_many_requests" : "unknown_pin", "unknown_session");
    const { live } = look;
    const { address } = connection;
    const taken = await takeJoin(runtime, {
      sessionId: live.session.id,
      name,
      joinKey,
      avatar,
      team,
      address,
    });
    if (!taken.ok) return { ok: false, error: { refusal: taken.error } };
    const { joined, player } = taken.value;
    const { playerId, moves } = player;
    return letIn(connection, live, { role: "player", playerId, moves }, joined);
  }

  function failed(error: unknown) {
    const full = (error as { code?: unknown }).code === "queue_full";
    if (!full) runtime.logger.error({ err: error }, "A socket could not be greeted");
    return reject(full ? "overloaded" : "unavailable", "overloaded");
  }

  return {
    async hello(connection, hello, cookie) {
      const admitted = await admit(connection, hello, cookie).catch(failed);
      if (admitted.ok || !connection.open) return;
      const { refusal, close } = admitted.error;
      runtime.metrics.hello(refusal.code);
      connection.refuse(refusal);
      connection.close(close);
    },
    async join(connection, join, cookie) {
      const taken = await takeIn(connection, join, cookie).catch(failed);
      if (taken.ok || !connection.open) return;
      const { refusal } = taken.error;
      runtime.metrics.hello(refusal.code);
      connection.refuse(refusal, join.id);
      connection.refusedJoins += 1;
      const openForMs = runtime.clock.now() - connection.openedAtMs;
      if (connection.refusedJoins >= REFUSED_JOINS_MAX || openForMs >= SOMEBODY_WITHIN_MS)
        return connection.close("hello_late");
      connection.stage = { name: "greeting", cookie };
      awaitGreeting(connection);
    },
  };
}
