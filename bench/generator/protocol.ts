/** What the bench and its generator processes say to each other. Typed arrays travel as they are. */

export type Dialect = "ovation" | "socketio";
export type Door = "socket" | "action" | "rest";
export type Join = "socket" | "rest";

export interface Target {
  host: string;
  port: number;
  dialect: Dialect;
  /** How players get their token: before the socket, or as the first thing on it. References know no tokens. */
  joins: Join | "none";
  /** The WebSocket subprotocol to ask for; null for none. */
  subprotocol: string | null;
  /** The id of the server action that takes answers; only for the door "action". */
  actionId: string | null;
}

/** A generator's share of the players of one room. */
export interface RoomShare {
  pin: string;
  sessionId: string;
  /** Its players are named by the numbers from here on. */
  firstPlayer: number;
  players: number;
  /** Of the whole room, in all processes. */
  roomPlayers: number;
}

export interface Setup {
  target: Target;
  rooms: RoomShare[];
  /** Loopback addresses to connect from: each has some 28,000 ports of its own. */
  addresses: string[];
  seed: number;
}

export type Order =
  | { do: "setup"; setup: Setup }
  | { do: "join"; atOnce: number }
  | { do: "connect"; atOnce: number }
  /** Each player joins and connects before the next one takes the turn. */
  | { do: "enter"; atOnce: number }
  /** Forgets the last round; from now on the next question of each room is answered. */
  | { do: "round"; spreadMs: number; door: Door }
  | { do: "collect" }
  /** Cuts all sockets at once; each comes back at some instant of the spread. */
  | { do: "reconnect"; spreadMs: number }
  | { do: "leave" };

/** How long each of these took, in milliseconds; one sample per player. */
export interface Entered {
  samples: Float64Array;
  failed: number;
  failures: Record<string, number>;
}

/** What one generator saw of one question. NaN: never. Players are in the order of the rooms. */
export interface RoundRecord {
  rooms: {
    pin: string;
    players: number;
    /** When the question opens; NaN if it was never announced. */
    opensAtMs: number;
    boards: { answered: number; seenAtMs: Float64Array }[];
  }[];
  dueAtMs: Float64Array;
  sentAtMs: Float64Array;
  ackedAtMs: Float64Array;
  /** The option picked; -1 before. */
  choices: Int8Array;
  /** The score in the ack; -1 without one. */
  scores: Int32Array;
  playerIds: string[];
  viewAtMs: Float64Array;
  revealAtMs: Float64Array;
  /** The personal line after the reveal. */
  youAtMs: Float64Array;
  refusals: Record<string, number>;
}

/** Since the setup, except `answered` to `told`, which are of this round. Sent a few times a second. */
export interface Progress {
  players: number;
  joined: number;
  live: number;
  disconnects: number;
  closeCodes: Record<string, number>;
  frames: number;
  bytes: number;
  sent: number;
  acked: number;
  refused: number;
  /** Sockets that have seen a board with all answers of their room. */
  boardsComplete: number;
  /** Sockets that got their own line after the reveal. */
  told: number;
}

export type Outcomes = {
  setup: null;
  join: Entered;
  connect: Entered;
  enter: Entered;
  round: null;
  collect: RoundRecord;
  reconnect: Entered;
  leave: null;
};

export type FromGenerator =
  | { type: "progress"; progress: Progress }
  | { type: "done"; number: number; outcome: Outcomes[Order["do"]] }
  | { type: "failed"; number: number; error: string };
