import { type RefusalCode, refuse } from "../kernel/refusal.ts";
import type { ClientMessage } from "../protocol/client-messages.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { takeAnswer } from "../runtime/take-answer.ts";
import type { Connection } from "./connection.ts";
import { decode } from "./decode.ts";
import type { Greet } from "./greet.ts";
import { BAD_MESSAGES_MAX, EXCESS_NOTICE_EVERY_MS, PING_COST, REACTIONS_PER_PLAYER } from "./limits.ts";
import type { Rooms } from "./rooms.ts";
import { TokenBucket } from "./token-bucket.ts";

export interface InboundDeps {
  runtime: Runtime;
  rooms: Rooms;
  greet: Greet;
  /** Called when the first message begins to be answered. */
  greeted(connection: Connection): void;
}

/** Takes one frame of a client. It ends as an action, a refusal or a close; it never throws. */
export type Receive = (connection: Connection, data: Buffer, isBinary: boolean) => void;

export function createReceive({ runtime, rooms, greet, greeted }: InboundDeps): Receive {
  const { clock, metrics } = runtime;

  return function receive(connection, data, isBinary) {
    if (!connection.open) return;
    const receivedAtMs = clock.now();
    connection.heard = true;
    if (!connection.messages.take(receivedAtMs, PING_COST)) return tooMany(connection, receivedAtMs);
    const decoded = decode(data, isBinary);
    if (!decoded.ok) {
      metrics.frameIn("unknown", data.length);
      if (decoded.code === "unsupported_protocol") return outdated(connection);
      return bad(connection, decoded);
    }
    const { message } = decoded;
    metrics.frameIn(message.type, data.length);
    const costsMore = message.type !== "ping";
    if (costsMore && !connection.messages.take(receivedAtMs, 1 - PING_COST))
      return tooMany(connection, receivedAtMs);
    act(connection, message, receivedAtMs);
  };

  function act(connection: Connection, message: ClientMessage, receivedAtMs: number): void {
    const { stage } = connection;
    const id = "id" in message ? { id: message.id } : {};
    if (message.type === "hello" || message.type === "join") {
      if (stage.name === "greeting") {
        connection.stage = { name: "entering" };
        greeted(connection);
        if (message.type === "hello") void greet.hello(connection, message, stage.cookie);
        else void greet.join(connection, message, stage.cookie);
      } else bad(connection, { code: "bad_request", why: "This socket has said hello already.", ...id });
      return;
    }
    if (stage.name !== "live") {
      bad(connection, { code: "bad_request", why: "Say hello first, and wait for the welcome.", ...id });
      return;
    }
    switch (message.type) {
      case "ping":
        connection.send("pong", JSON.stringify({ type: "pong", t0: message.t0, t1: clock.now() }));
        return;
      case "answer":
        void answer(connection, message, receivedAtMs);
        return;
      case "pass":
        if (stage.who.role === "player") rooms.pass(stage.room, stage.who.playerId, message.questionIndex);
        return;
      case "react":
        react(connection, message.emoji, receivedAtMs);
        return;
      default:
        message satisfies never;
    }
  }

  async function answer(
    connection: Connection,
    {
      id,
      questionIndex,
      response,
      pressedAtMs,
      change,
      traceparent,
    }: Extract<ClientMessage, { type: "answer" }>,
    receivedAtMs: number,
  ): Promise<void> {
    const { stage } = connection;
    if (stage.name !== "live") return;
    const { room, who } = stage;
    if (who.role !== "player") {
      metrics.badFrame("forbidden");
      return connection.refuse(refuse("forbidden", "Only players answer.").error, id);
    }
    const { sessionId } = room;
    const { playerId } = who;
    const { minRttMs } = connection;
    const answer = { questionIndex, response, pressedAtMs, change };
    const submission = { sessionId, playerId, ...answer, receivedAtMs, minRttMs };
    const taken = await takeAnswer(runtime, submission, "socket", traceparent).catch((error: unknown) => {
      runtime.logger.error({ err: error, sessionId }, "An answer could not be taken");
      metrics.answer("socket", "internal", clock.now() - receivedAtMs);
      return refuse("internal");
    });
    if (taken.ok) connection.send("ack", JSON.stringify({ type: "ack", id, ack: taken.value }));
    else connection.refuse(taken.error, id);
  }

  function react(connection: Connection, emoji: string, nowMs: number): void {
    const { stage } = connection;
    if (stage.name !== "live") return;
    if (stage.who.role !== "player") {
      connection.refuse(refuse("forbidden", "Only players react.").error);
      return;
    }
    connection.reactions ??= new TokenBucket(REACTIONS_PER_PLAYER, nowMs);
    // Applause over the limit is silently not counted; a refusal would only be noise.
    if (connection.reactions.take(nowMs)) rooms.react(stage.room, emoji, nowMs);
  }

  function tooMany(connection: Connection, nowMs: number): void {
    metrics.badFrame("too_many");
    if (!connection.excess.take(nowMs)) {
      connection.close("too_many_messages");
    } else if (nowMs - connection.excessToldAtMs >= EXCESS_NOTICE_EVERY_MS) {
      connection.excessToldAtMs = nowMs;
      connection.refuse(refuse("too_many_requests").error);
    }
  }

  function bad(
    connection: Connection,
    { code, why, id }: { code: RefusalCode; why?: string; id?: string },
  ): void {
    metrics.badFrame(code);
    connection.badMessages += 1;
    if (connection.badMessages > BAD_MESSAGES_MAX) connection.close("bad_message");
    else connection.refuse(refuse(code, why).error, id);
  }

  function outdated(connection: Connection): void {
    metrics.hello("unsupported_protocol");
    connection.refuse(refuse("unsupported_protocol").error);
    connection.close("unsupported_protocol");
  }
}
