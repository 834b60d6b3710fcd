import type { Seat } from "../player-store.ts";
import type { SeatRequest } from "../players/seat-request.ts";

/**
 * The port between nodes: short notices about a session, to every node that has it open. Notices may be lost or come
 * twice; each only says "look again" or carries what the next notice repeats, so nothing depends on any one of them.
 * A publisher hears its own notices too, at once and whether or not others can be reached: one path for local and
 * remote news.
 */
export interface SessionBus {
  publish(sessionId: string, notice: Notice): void;
  /** Returns the unsubscribe function. */
  subscribe(sessionId: string, onNotice: OnNotice): () => void;
  /** False while notices may not arrive; nodes then poll Postgres until it is back. */
  healthy(): boolean;
  /** Whether no other node has this session open. False if that is not known. */
  alone(sessionId: string): Promise<boolean>;
  /** How often it has stopped being healthy, however shortly: after each, notices may have been lost. */
  lapses(): number;
  close(): Promise<void>;
}

/** `own`: published by this very node. */
export type OnNotice = (notice: Notice, own: boolean) => void;

export type Notice =
  /** The session row changed and is now at this version. */
  | { type: "session"; version: number }
  /** Players joined or changed, or left for good. */
  | { type: "joined"; players: Seat[] }
  | { type: "removed"; playerIds: string[] }
  /** These players' answers to this question are stored. `trace` is the traceparent of their group, if it is traced. */
  | { type: "answered"; questionIndex: number; playerIds: string[]; trace?: string | undefined }
  /** After a host's close: nothing more comes from these players' phones. */
  | { type: "passed"; questionIndex: number; playerIds: string[] }
  /** The session is deleted, with all that was played in it. */
  | { type: "deleted" }
  /** Somebody connected or went away on another node. */
  | { type: "presence" }
  | { type: "reaction"; emoji: string }
  /** Somebody asks for a seat; said again as long as they wait. */
  | { type: "seatRequest"; request: SeatRequest }
  | { type: "seatAnswered"; ids: string[]; state: "given" | "declined" }
  /** The host took the remote control away from this device. */
  | { type: "remoteRemoved"; id: string };
