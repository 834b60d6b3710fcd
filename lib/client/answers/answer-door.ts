import type { ClientMessage } from "../../protocol/client-messages.ts";
import type { ServerMessage } from "../../protocol/server-messages.ts";
import type { Ack } from "../../protocol/shapes.ts";
import type { Response } from "../../quiz/response.ts";

/** What every door takes. Repeating it is harmless: the server stores one answer per player and question. */
export interface AnswerInput {
  sessionId: string;
  pin: string;
  questionIndex: number;
  response: Response;
  /** When the player pressed, in estimated server time. */
  pressedAtMs: number;
  /** Where it changes an earlier one: which of the player's answers to this question it is, from 0. */
  change?: number;
  /** Of the tap, where the server tells traces. */
  traceparent?: string;
}

export interface AnswerRefusal {
  code: string;
  message: string;
}

export type AnswerReply = { ok: true; ack: Ack } | { ok: false; refusal: AnswerRefusal };

/** The server action, as the page passes it in. Without a token, the cookie says who answers. */
export type SubmitAction = (input: AnswerInput & { token?: string }) => Promise<AnswerReply>;

/** A way for an answer to reach the server. It rejects when the outcome is not known, such as a lost network. */
export interface AnswerDoor {
  name: "action" | "socket" | "rest";
  open(): boolean;
  send(id: string, input: AnswerInput): Promise<AnswerReply>;
}

export function actionDoor(submitAction: SubmitAction, token?: string): AnswerDoor {
  return {
    name: "action",
    open: () => true,
    send: (_, input) => submitAction(token === undefined ? input : { ...input, token }),
  };
}

export interface SocketDoor extends AnswerDoor {
  /** Feed it what the socket hears; true if the message was an answer's outcome. */
  received(message: ServerMessage): boolean;
  /** The socket is gone: what was sent through it has no known outcome. */
  closed(): void;
}

interface AnswerLine {
  live(): boolean;
  send(message: ClientMessage): boolean;
}

export function socketDoor(line: AnswerLine): SocketDoor {
  type Waiting = { resolve(outcome: AnswerReply): void; reject(error: Error): void };
  const waiting = new Map<string, Waiting>();

  function settle(id: string | undefined, outcome: AnswerReply): boolean {
    const found = id === undefined ? undefined : waiting.get(id);
    if (id === undefined || !found) return false;
    waiting.delete(id);
    found.resolve(outcome);
    return true;
  }

  return {
    name: "socket",
    open: line.live,
    send(id, { questionIndex, response, pressedAtMs, change, traceparent }) {
      return new Promise((resolve, reject) => {
        const answer = { questionIndex, response, pressedAtMs, change, traceparent };
        if (line.send({ type: "answer", id, ...answer })) waiting.set(id, { resolve, reject });
        else reject(new Error("the socket is not live"));
      });
    },
    received(message) {
      if (message.type === "ack") return settle(message.id, { ok: true, ack: message.ack });
      if (message.type === "refused") return settle(message.id, { ok: false, refusal: message.refusal });
      return false;
    },
    closed() {
      for (const { reject } of waiting.values()) reject(new Error("the socket closed"));
      waiting.clear();
    },
  };
}
