import type { FleetRoom } from "../generator/fleet.ts";
import type { Target } from "../generator/protocol.ts";
import type { Pids } from "../measure/processes.ts";
import type { Vitals } from "../measure/vitals.ts";

/** A server under test: Ovation, or one of those it is compared with. Scenarios see nothing else of it. */
export interface Subject {
  readonly name: string;
  readonly target: Target;
  /** Asked anew at every measurement: processes come and go. Without the generators. */
  pids(): Pids;
  openRooms(count: number, playersEach: number, questions: number): Promise<Room[]>;
  /** Null where nothing is kept that could be checked. */
  check: ((rooms: readonly Room[], seen: readonly SeenAnswers[]) => Promise<Truth>) | null;
  /** What the servers complained of so far: the kinds of warnings, with how often each came. */
  warnings(): Map<string, number>;
  /** What each server holds; null where it is not watched. */
  vitals: (() => Promise<Vitals[]>) | null;
  stop(): Promise<void>;
}

export interface Room extends FleetRoom {
  /** Announces the next question. Returns when it opens, in milliseconds since the epoch. */
  open(): Promise<number>;
  /** Closes the question and counts it; null where a server knows no reveal. */
  reveal: (() => Promise<void>) | null;
  /** Makes everybody get a new board, by something that costs next to nothing itself. */
  changeBoard(): Promise<void>;
  end(): Promise<void>;
}

/** What the generators were told of the answers to one question. */
export interface SeenAnswers {
  questionIndex: number;
  acked: { playerId: string; choice: number; score: number }[];
}

/** The stored truth against what was said of it. All but `stored` should be 0. */
export interface Truth {
  stored: number;
  /** Acknowledged, and not stored. */
  lost: number;
  /** Stored more than once, or stored once and counted twice in the player's totals. */
  doubled: number;
  /** Stored with another response than the one that was sent. */
  answersDiffering: number;
  /** Players whose stored totals, or the score in any of their acks, are not what their stored answers come to. */
  scoresDiffering: number;
}
