import { WebSocket } from "ws";
import { WAIT_MS } from "./patience.ts";

export interface Message {
  type: string;
  [field: string]: unknown;
}

export interface ConnectOptions {
  pin?: string;
  sessionId?: string;
  token?: string;
  as?: string;
  protocol?: number;
  /** Leave the greeting to the test. */
  hello?: boolean;
  headers?: Record<string, string>;
  subprotocol?: string;
  /** Go by another address, such as a fault proxy's port. */
  port?: number;
}

export interface TestSocket {
  readonly raw: WebSocket;
  /** Every frame received, as it came. */
  readonly frames: string[];
  /** Every frame received, parsed. */
  readonly messages: Message[];
  readonly closed: Promise<{ code: number; reason: string }>;
  /**
   * The oldest message of this type that no earlier `next` returned, or the first to come. Messages of other types
   * stay where they are, so tests need not know in what order different types arrive.
   */
  next(type: string, predicate?: (message: Message) => boolean): Promise<Message>;
  send(message: object): void;
  sendRaw(data: string | Buffer): void;
  /** A polite close; resolves when the server has answered it. */
  close(): Promise<void>;
  /** Drops the connection without a word, as a phone in a tunnel does. */
  drop(): void;
}

/** Opens the live socket and says hello. It does not wait for the welcome: `await socket.next("welcome")` does. */
export async function connect(server: { wsUrl: string }, options: ConnectOptions = {}): Promise<TestSocket> {
  const { hello = true, headers, port, protocol = 1, subprotocol, ...greeting } = options;
  const url = new URL(server.wsUrl);
  if (port) url.port = String(port);
  const raw = new WebSocket(url, subprotocol ? [subprotocol] : [], { headers, perMessageDeflate: false });
  const socket = collect(raw);
  await new Promise<void>((resolve, reject) => {
    raw.once("open", () => resolve());
    raw.once("error", reject);
  });
  if (hello) socket.send({ type: "hello", protocol, ...greeting });
  return socket;
}

function collect(raw: WebSocket): TestSocket {
  const frames: string[] = [];
  const messages: Message[] = [];
  const unread: Message[] = [];
  /** Called after every frame and at the close. */
  const waiting = new Set<() => void>();
  let ended = "";

  raw.on("message", (data) => {
    const frame = data.toString();
    frames.push(frame);
    const message = JSON.parse(frame) as Message;
    messages.push(message);
    unread.push(message);
    for (const look of [...waiting]) look();
  });
  raw.on("error", () => {}); // the close that follows tells what matters
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    raw.once("close", (code, reason) => {
      ended = `the socket closed with ${code} ${reason}`;
      resolve({ code, reason: reason.toString() });
      for (const look of [...waiting]) look();
    });
  });

  function next(type: string, predicate: (message: Message) => boolean = () => true) {
    return new Promise<Message>((resolve, reject) => {
      const timer = setTimeout(() => settle(() => reject(missing("it did not come in time"))), WAIT_MS);
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        waiting.delete(look);
        outcome();
      };
      const look = () => {
        const at = unread.findIndex((message) => message.type === type && predicate(message));
        const [found] = at < 0 ? [] : unread.splice(at, 1);
        if (found) settle(() => resolve(found));
        else if (ended) settle(() => reject(missing(ended)));
      };
      const missing = (why: string) =>
        new Error(
          `no "${type}": ${why}. Unread: ${unread.map((message) => message.type).join(", ") || "nothing"}`,
        );
      waiting.add(look);
      look();
    });
  }

  return {
    raw,
    frames,
    messages,
    closed,
    next,
    send: (message) => raw.send(JSON.stringify(message)),
    sendRaw: (data) => raw.send(data),
    async close() {
      raw.close();
      await closed;
    },
    drop: () => raw.terminate(),
  };
}
