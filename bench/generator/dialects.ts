import type { Dialect } from "./protocol.ts";

/** What a frame is, told by a few of its bytes: parsing every board for every socket would cost more than sending it. */
export type Kind =
  | "welcome"
  | "view"
  | "patch"
  | "board"
  | "ack"
  | "you"
  | "outcome"
  | "refused"
  | "ping"
  | "opened"
  | "connected"
  | "other";

/** How to talk to one kind of server. Every server of a run sends messages of the same fields, in its own wrapping. */
export interface Speech {
  path: string;
  kind(payload: Buffer): Kind;
  /** The message itself, as JSON. */
  body(payload: Buffer): string;
  /** Whether the hello can be said as soon as the socket is open; otherwise after "connected". */
  helloAtOnce: boolean;
  /** The answer to "opened". */
  connect: string;
  hello(pin: string, token: string): string;
  /** In place of the hello, where the socket itself makes the player. */
  join(pin: string, name: string): string;
  answer(id: number, questionIndex: number, choice: number, pressedAtMs: number): string;
  /** The answer to "ping". */
  pong: string;
}

export const SPEECHES: Record<Dialect, Speech> = { ovation: ovation(), socketio: socketio() };

function ovation(): Speech {
  return {
    path: "/ws",
    helloAtOnce: true,
    connect: "",
    pong: "",
    kind(payload) {
      // {"type":"…
      return kindAt(payload, 9);
    },
    body: (payload) => payload.toString("utf8"),
    hello: (pin, token) => `{"type":"hello","protocol":1,"pin":"${pin}","token":"${token}","as":"player"}`,
    join: (pin, name) => `{"type":"join","protocol":1,"id":"j","pin":"${pin}","name":"${name}"}`,
    answer: (id, questionIndex, choice, pressedAtMs) =>
      `{"type":"answer","id":"${id}","questionIndex":${questionIndex},"response":{"choice":${choice}},"pressedAtMs":${pressedAtMs}}`,
  };
}

/** Engine.IO 4 and Socket.IO 5 over the WebSocket alone: `0` open, `2` ping, `3` pong, `40` connect, `42[name, data]`. */
function socketio(): Speech {
  return {
    path: "/socket.io/?EIO=4&transport=websocket",
    helloAtOnce: false,
    connect: "40",
    pong: "3",
    kind(payload) {
      const first = payload[0];
      if (first === 0x30) return "opened";
      if (first === 0x32) return "ping";
      if (first !== 0x34) return "other";
      if (payload[1] === 0x30) return "connected";
      if (payload[1] !== 0x32) return "other";
      const kind = kindAt(payload, 4);
      // Its personal results carry the reveal.
      return kind === "you" ? "outcome" : kind;
    },
    body(payload) {
      const text = payload.toString("utf8");
      return text.slice(text.indexOf(",") + 1, -1);
    },
    hello: (pin, token) => `42["hello",{"pin":"${pin}","token":"${token}"}]`,
    join: (pin, name) => `42["hello",{"pin":"${pin}","token":"${name}"}]`,
    answer: (id, questionIndex, choice, pressedAtMs) =>
      `42["answer",{"id":"${id}","questionIndex":${questionIndex},"response":{"choice":${choice}},"pressedAtMs":${pressedAtMs}}]`,
  };
}

function kindAt(payload: Buffer, at: number): Kind {
  switch (payload[at]) {
    case 0x61: // ack, and the answer that the bare echo sends back
      return "ack";
    case 0x62:
    case 0x63: // cuts: as much of a board as a phone shows during a question
      return "board";
    case 0x70: // patch; pong
      return payload[at + 1] === 0x61 ? "patch" : "other";
    case 0x6f:
      return "outcome";
    case 0x76:
      return "view";
    case 0x77:
      return "welcome";
    case 0x79:
      return "you";
    case 0x72: // refused; rosters and reactions are for staff
      return payload[at + 2] === 0x66 ? "refused" : "other";
    default:
      return "other";
  }
}

/** Who a player is now, from the end of the welcome that its join got. */
export function joinedIn(payload: Buffer): { playerId: string; token: string } {
  const tail = payload.toString("latin1", Math.max(0, payload.length - 600));
  const [, playerId = "", token = ""] = JOINED.exec(tail) ?? [];
  return { playerId, token };
}

const JOINED = /"joined":\{"playerId":"(\w+)".*"token":"([^"]+)"\}\}$/;

/** How many answers the board of a frame counts, and to which question; null if it is not during a question. */
export function answeredIn(payload: Buffer): { questionIndex: number; answered: number } | null {
  const tail = payload.toString("latin1", Math.max(0, payload.length - 60));
  const found = TAIL.exec(tail);
  return found ? { questionIndex: Number(found[1]), answered: Number(found[2]) } : null;
}

/** The counts close the board. */
const TAIL = /"questionIndex":(\d+),"answered":(\d+)\}\]?$/;

/** The version at the front of a view: seen already, or worth parsing. */
export function viewVersion(payload: Buffer): string {
  return VERSION.exec(payload.toString("latin1", 0, 100))?.[1] ?? "";
}

const VERSION = /"version":(\d+)/;
