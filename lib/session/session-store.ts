import type { Maker } from "../quiz/quiz-store.ts";
import type { Phase, PhaseName } from "./phases/phase.ts";
import type { Session } from "./session.ts";

/** The port of the session rows: the truth about phases, changed by compare-and-swap only. */
export interface SessionStore {
  /** Stores a new session at version 1. False if its PIN is in use: draw another and try again. */
  create(session: Session): Promise<boolean>;
  get(sessionId: string): Promise<Session | null>;
  /** The session that holds this PIN now, including an ended one whose PIN is not yet released. */
  getByPin(pin: string): Promise<Session | null>;
  /**
   * Writes `next` if the row is still at `next.version - 1`. `dueAtMs` is when the sweep should look at it, or null.
   * False when somebody else was first.
   */
  swap(next: Session, dueAtMs: number | null): Promise<boolean>;
  /** Where the session has been, in order: one for each `swap` that was made. */
  steps(sessionId: string): Promise<SessionStep[]>;
  /** Sessions whose due instant has passed, oldest first: their node may have died. */
  overdue(nowMs: number, limit: number): Promise<string[]>;
  /** The current version of each of these sessions that exists. */
  versions(sessionIds: readonly string[]): Promise<Map<string, number>>;
  /** Of a workspace, without rehearsals. */
  listByAccount(accountId: string, limit: number): Promise<SessionSummary[]>;
  /** All of a workspace, rehearsals included, newest first. */
  idsOf(accountId: string): Promise<string[]>;
  /** Rehearsals of the same host that were opened before this one and have not ended. */
  rehearsalsBefore(session: Pick<Session, "id" | "accountId" | "madeBy" | "createdAtMs">): Promise<string[]>;
  /** Deletes rehearsals that ended before this instant, with all their players and answers. */
  removeRehearsals(endedBeforeMs: number): Promise<void>;
  /** Deletes a session with its players, their answers and its remotes, in one transaction. False if there is none. */
  remove(sessionId: string): Promise<boolean>;
  /** Frees the PINs of sessions that ended before this instant. Returns how many. */
  releasePins(endedBeforeMs: number): Promise<number>;
}

/** The session as one change left it. */
export interface SessionStep {
  version: number;
  /** By the clock of the server that made it. */
  atMs: number;
  /** Without the bars of a reveal: they are counted from the answers. */
  phase: Phase;
  voided: number[];
}

/** A phase as a step keeps it. */
export function phaseOfStep(phase: Phase): Phase {
  if (phase.name === "paused" && phase.phase.name === "reveal")
    return { ...phase, phase: { ...phase.phase, result: null } };
  return phase.name === "reveal" ? { ...phase, result: null } : phase;
}

export interface SessionSummary {
  id: string;
  pin: string;
  title: string;
  phase: PhaseName;
  players: number;
  questions: number;
  madeBy: Maker | null;
  createdAtMs: number;
}
