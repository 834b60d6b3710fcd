import type { Clock } from "../kernel/clock.ts";
import type { Traces } from "../kernel/trace.ts";
import type { LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import { createCounting } from "../scoring/counting.ts";
import { createIntake, type Intake } from "../scoring/intake.ts";
import { createRegrading, type Regrading } from "../scoring/regrading.ts";
import { createSubmitAnswer, type SubmitAnswer } from "../scoring/submit-answer.ts";
import type { AnswerStore } from "../session/answer-store.ts";
import type { SessionBus } from "../session/live/bus.ts";
import { type Conductor, createConductor } from "../session/live/conductor.ts";
import { createDeletion, type Deletion } from "../session/live/deletion.ts";
import { createLiveSessions, type LiveSessions } from "../session/live/live-sessions.ts";
import type { Presence } from "../session/live/presence.ts";
import { boundedDelayMs } from "../session/phases/due.ts";
import type { PlayerStore } from "../session/player-store.ts";
import { createJoinSession, type JoinSession } from "../session/players/join-session.ts";
import type { RegradeStore } from "../session/regrade-store.ts";
import type { Session } from "../session/session.ts";
import type { SessionStore } from "../session/session-store.ts";

/** The use cases of one node, over the given ports. */
export interface Domain {
  live: LiveSessions;
  intake: Intake;
  conductor: Conductor;
  deletion: Deletion;
  regrading: Regrading;
  joinSession: JoinSession;
  submitAnswer: SubmitAnswer;
}

export interface DomainPorts {
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
  regrades: RegradeStore;
  leaderboard: LeaderboardStore;
  bus: SessionBus;
  presence: Presence;
  /** Without word lists, slips are judged by their place in the word alone. */
  listsWith?(word: string): number;
  clock: Clock;
  /** By how much this process may have come late to what it received just now. */
  delayMs(): number;
  /** How long a host's close waits for phones that have neither answered nor passed. */
  closeGraceMs: number;
  onError(error: unknown, doing: string): void;
  onGroup?(facts: { items: number; tookMs: number }): void;
  traces?: Traces | null;
  /** A step of a session that this node took. */
  onStep?(before: Session, after: Session): void;
  /** How many sessions were overdue: their instant had passed and no node had acted. */
  onOverdue?(count: number): void;
  /** Groups of answers written at the same time. */
  maxInFlight: number;
}

/** Wires one node's domain. Here and nowhere else, so that what tests/simulation proves is what runs. */
export function createDomain(ports: DomainPorts): Domain {
  const { sessions, players, answers, leaderboard, bus, clock, onError } = ports;
  const now = () => clock.now();
  const delayMs = () => boundedDelayMs(ports.delayMs());

  const live = createLiveSessions({
    sessions,
    players,
    answers,
    bus,
    now,
    onError: (error) => onError(error, "following a session"),
  });
  const intake = createIntake({ ...ports, live, now });
  const counting = createCounting({ ...ports, intake, now });
  const conductor = createConductor({ ...ports, live, counting, delayMs });

  return {
    live,
    intake,
    conductor,
    deletion: createDeletion({ sessions, players, leaderboard, live, bus, onError }),
    regrading: createRegrading({ ...ports, live, counting, now }),
    joinSession: createJoinSession({
      live,
      players,
      leaderboard,
      bus,
      makeTeam: conductor.makeTeam,
      now,
      onError: (error) => onError(error, "storing joins"),
    }),
    submitAnswer: createSubmitAnswer({ live, intake, answers, delayMs }),
  };
}
