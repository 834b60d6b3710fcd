import {
  type AnswerMessage,
  type ClientMessage,
  type HelloMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
} from "./messages.ts";

export type Message<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export interface SocketOptions {
  /** Of the server, such as https://quiz.example.com. */
  url: string;
  /** Who is here: a token, and the PIN or the session. */
  hello: Omit<HelloMessage, "type" | "protocol">;
  /** In place of the global one: Node has it from version 22 on, before that use `ws`. */
  WebSocket?: SocketConstructor;
}

/** The live socket of a session, until it closes. Whether to come back, `comesBack` says. */
export interface LiveSocket {
  /** Resolves with the whole state, or rejects if the server sends this socket away. */
  readonly welcome: Promise<Message<"welcome">>;
  readonly closed: Promise<{ code: number; reason: string }>;
  /** Returns the function that ends it. */
  on<Type extends ServerMessage["type"]>(type: Type, listener: (message: Message<Type>) => void): () => void;
  send(message: ClientMessage): void;
  /** Resolves when the answer is stored or refused; rejects if the socket closes before that: then send it again. */
  answer(answer: Omit<AnswerMessage, "type" | "id">): Promise<Message<"ack"> | Message<"refused">>;
  close(): void;
}

/** As much of a WebSocket as is used. */
export interface SocketLike {
  send(data: string): void;
  close(): void;
  addEventListener(type: "open", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number; reason: string }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
}

export type SocketConstructor = new (url: string) => SocketLike;

export class SocketClosed extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(`The socket closed with ${code}${reason && `: ${reason}`}`);
    this.name = "SocketClosed";
    this.code = code;
  }
}

/** Close codes from 4500 on are final; after any other, come back after a random while. */
export function comesBack(code: number): boolean {
  return code < 4500;
}

export function openSocket({ url, hello, WebSocket: Given }: SocketOptions): LiveSocket {
  const Socket = Given ?? (globalThis as { WebSocket?: SocketConstructor }).WebSocket;
  if (!Socket) throw new Error("There is no WebSocket here; pass one, such as that of the package ws.");
  const socket = new Socket(`${url.replace(/^http/, "ws").replace(/\/+$/, "")}/ws`);
  const listeners = new Map<string, Set<(message: never) => void>>();
  const waiting = new Map<string, (outcome: Message<"ack"> | Message<"refused">) => void>();
  const send = (message: ClientMessage) => socket.send(JSON.stringify(message));
  let answers = 0;

  socket.addEventListener("open", () => send({ type: "hello", protocol: PROTOCOL_VERSION, ...hello }));
  // What matters is the close that follows.
  socket.addEventListener("error", () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.addEventListener("close", ({ code, reason }) => resolve({ code, reason }));
  });
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as ServerMessage;
    if (message.type === "ack" || message.type === "refused") {
      const id = message.id ?? "";
      waiting.get(id)?.(message);
      waiting.delete(id);
    }
    for (const listener of [...(listeners.get(message.type) ?? [])]) listener(message as never);
  });

  function on<Type extends ServerMessage["type"]>(type: Type, listener: (message: Message<Type>) => void) {
    const of = listeners.get(type) ?? new Set();
    listeners.set(type, of.add(listener as (message: never) => void));
    return () => void of.delete(listener as (message: never) => void);
  }

  const orClosed = <Value>(come: (resolve: (value: Value) => void) => void) =>
    new Promise<Value>((resolve, reject) => {
      come(resolve);
      void closed.then(({ code, reason }) => reject(new SocketClosed(code, reason)));
    });
  const welcome = orClosed<Message<"welcome">>((resolve) => void on("welcome", resolve));
  // A caller that does not wait for it learns of the close from `closed`.
  welcome.catch(() => {});

  return {
    welcome,
    closed,
    on,
    send,
    answer(answer) {
      answers += 1;
      const id = `a${answers}`;
      return orClosed((resolve) => {
        waiting.set(id, resolve);
        send({ type: "answer", id, ...answer });
      });
    },
    close: () => socket.close(),
  };
}
