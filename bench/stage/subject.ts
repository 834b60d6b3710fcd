import type { FleetRoom } from "../generator/fleet.ts";
import type { Target } from "../generator/protocol.ts";
import type { Pids } from "../measure/processes.ts";

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
  stop(): Promise<void>;
}

export interface Room extends FleetRoom {
  /** Announces the next question. Returns when it opens, in milliseconds since the epoch. */
  open(): Promise<number>;
  /** Closes the question and counts it; null where a server knows no reveal. */
  reveal: (() => Promise<void>) | null;
  end(): Promise<void>;
}

/** What the generators were told of the answers to one question. */
export interface SeenAnswers {
  questionIndex: number;
  acked: { playerId: string; score: number }[];
}

/** The stored truth against what was said of it. All but `stored` should be 0. */
export interface Truth {
  stored: number;
  /** Acknowledged, and not stored. */
  lost: number;
  /** Rows beyond one per player and question, and players whose count of answers is not that of their rows. */
  doubled: number;
  /** Players whose stored totals are not what their stored answers come to, or not what the last ack said. */
  scoresDiffering: number;
}
