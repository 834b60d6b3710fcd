import type { Result } from "../kernel/result.ts";
import type { Hello, Join } from "../protocol/client-messages.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { takeJoin } from "../runtime/take-join.ts";
import type { Connection } from "./connection.ts";
import { createEntrance } from "./entrance.ts";
import { createFindSession } from "./find-session.ts";
import { identify, type Rejection, reject } from "./identify.ts";
import type { Rooms } from "./rooms.ts";

/**
 * Answers the first message of a socket with the whole state, or with a refusal.
 *   hello  from whoever is known: who comes back needs no history, so a resume is a hello like any other. Refused, the
 *          socket closes with the reason's code.
 *   join   from whoever wants to become a player: one round trip gives the player, the token and the state. Refused,
 *          the socket stays, so that another name can be tried.
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
  const findSession = createFindSession(runtime, rooms);
  const letIn = createEntrance(runtime, rooms);

  async function admit(
    connection: Connection,
    hello: Hello,
    cookie: string | null,
  ): Promise<Result<null, Rejection>> {
    const live = await findSession(hello, connection);
    if (live === "too_many_guesses") return reject("too_many_requests", "overloaded");
    if (live === "unknown") {
      return reject(hello.sessionId === undefined ? "unknown_pin" : "session_not_found", "unknown_session");
    }
    const who = await identify(runtime, live, hello, cookie);
    return who.ok ? letIn(connection, live, who.value) : who;
  }

  async function takeIn(
    connection: Connection,
    { pin, name, joinKey, avatar }: Join,
  ): Promise<Result<null, Pick<Rejection, "refusal">>> {
    const { pins } = runtime;
    const blocked = pins.blocks(connection);
    const live = blocked ? null : await pins.find(pin);
    if (!live) {
      const tooMany = blocked || (await pins.missed(connection));
      return reject(tooMany ? "too_many_requests" : "unknown_pin", "unknown_session");
    }
    const taken = await takeJoin(runtime, { sessionId: live.session.id, name, joinKey, avatar });
    if (!taken.ok) return { ok: false, error: { refusal: taken.error } };
    const { joined } = taken.value;
    return letIn(connection, live, { role: "player", playerId: joined.playerId }, joined);
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
      const taken = await takeIn(connection, join).catch(failed);
      if (taken.ok || !connection.open) return;
      const { refusal } = taken.error;
      runtime.metrics.hello(refusal.code);
      connection.stage = { name: "greeting", cookie };
      awaitGreeting(connection);
      connection.refuse(refusal, join.id);
    },
  };
}
