import type { ServerMessage } from "../../protocol/server-messages.ts";

/**
 * A frame from the server, or null if it is none this page understands. Only the envelope is checked: the server is
 * ours, the protocol is versioned at the hello, and the full zod schema would cost every phone more bytes than this whole
 * folder. Tests and the simulation parse every message with `serverMessageSchema` instead.
 */
export function readServerMessage(data: unknown): ServerMessage | null {
  if (typeof data !== "string") return null;
  const message = parsed(data);
  if (!isRecord(message) || typeof message.type !== "string") return null;
  if (!Object.hasOwn(ENVELOPES, message.type)) return null;
  const fits = ENVELOPES[message.type as ServerMessage["type"]];
  return fits(message) ? (message as unknown as ServerMessage) : null;
}

type Fields = Record<string, unknown>;

/** Per type, the fields whose absence would make a screen throw. */
const ENVELOPES: Record<ServerMessage["type"], (message: Fields) => boolean> = {
  view: (m) => isView(m.view),
  board: isBoard,
  tally: (m) => isTick(m) && Array.isArray(m.bars),
  roster: (m) => isTick(m) && Array.isArray(m.players),
  reactions: (m) => isTick(m) && isRecord(m.counts),
  seatRequests: (m) => isTick(m) && Array.isArray(m.requests),
  health: (m) => typeof m.leaderboard === "string",
  welcome: (m) =>
    typeof m.bootId === "string" &&
    typeof m.serverNowMs === "number" &&
    isView(m.view) &&
    isRecord(m.board) &&
    isList(m.board),
  ack: (m) => typeof m.id === "string" && isRecord(m.ack),
  refused: (m) => isRecord(m.refusal) && typeof m.refusal.code === "string",
  you: (m) => isRecord(m.you) && typeof m.you.playerId === "string",
  patch: (m) =>
    (m.view === undefined || (isRecord(m.view) && isRecord(m.view.set) && typeof m.view.from === "number")) &&
    (m.you === undefined || isRecord(m.you)),
  cuts: (m) => isTick(m) && Array.isArray(m.cuts),
  pong: (m) => typeof m.t0 === "number" && typeof m.t1 === "number",
};

function isView(view: unknown): boolean {
  return isRecord(view) && typeof view.version === "number" && isRecord(view.phase);
}

function isBoard(message: Fields): boolean {
  return isTick(message) && isList(message);
}

function isList(board: Fields): boolean {
  return Array.isArray(board.top) && Array.isArray(board.cuts);
}

function isTick(message: Fields): boolean {
  return typeof message.tick === "number";
}

function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
