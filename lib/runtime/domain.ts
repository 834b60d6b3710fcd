import type { Clock } from "../kernel/clock.ts";
import type { LeaderboardStore } from "../leaderboard/leaderboard-store.ts";
import { afterCommit, answerRules } from "../scoring/answer-rules.ts";
import { boardEntries } from "../scoring/board-entries.ts";
import { createIntake, type Intake } from "../scoring/intake.ts";
import { settle, settleAll, writeTotals } from "../scoring/settle.ts";
import { createSubmitAnswer, type SubmitAnswer } from "../scoring/submit-answer.ts";
import type { AnswerStore } from "../session/answer-store.ts";
import type { SessionBus } from "../session/live/bus.ts";
import { type Conductor, createConductor } from "../session/live/conductor.ts";
import { createLiveSessions, type LiveSessions } from "../session/live/live-sessions.ts";
import type { Presence } from "../session/live/presence.ts";
import { DELAY_MAX_MS } from "../session/phases/due.ts";
import type { PlayerStore } from "../session/player-store.ts";
import { createJoinSession, type JoinSession } from "../session/players/join-session.ts";
import type { SessionStore } from "../session/session-store.ts";

/** What a node does with sessions, players and answers, over whatever ports it is given. */
export interface Domain {
  live: LiveSessions;
  intake: Intake;
  conductor: Conductor;
  joinSession: JoinSession;
  submitAnswer: SubmitAnswer;
}

export interface DomainPorts {
  sessions: SessionStore;
  players: PlayerStore;
  answers: AnswerStore;
  leaderboard: LeaderboardStore;
  bus: SessionBus;
  presence: Presence;
  clock: Clock;
  /** By how much this process may have come late to what it received just now. */
  delayMs(): number;
  onError(error: unknown, doing: string): void;
  onGroup?(facts: { items: number; tookMs: number }): void;
  /** Groups of answers written at the same time. */
  maxInFlight: number;
}

/** Wires one node's domain. Here and nowhere else, so that what tests/simulation proves is what runs. */
export function createDomain(ports: DomainPorts): Domain {
  const { sessions, players, answers, leaderboard, bus, presence, clock, onError } = ports;
  const now = () => clock.now();
  const delayMs = () => Math.min(ports.delayMs(), DELAY_MAX_MS);

  const live = createLiveSessions({
    sessions,
    players,
    answers,
    bus,
    now,
    onError: (error) => onError(error, "following a session"),
  });
  const intake = createIntake({
    answers,
    rules: answerRules(live),
    afterCommit: (stored) =>
      afterCommit(
        {
          live,
          players,
          leaderboard,
          bus,
          now,
          recount: (id, index) => conductor.recount(id, index),
          onError,
        },
        stored,
      ),
    suspense: (sessionId) => live.peek(sessionId)?.session.settings.reveal !== "instant",
    ...(ports.onGroup ? { onGroup: ports.onGroup } : {}),
    onFailure: (error) => onError(error, "storing answers"),
    maxInFlight: ports.maxInFlight,
  });
  const conductor = createConductor({
    live,
    sessions,
    players,
    bus,
    presence,
    clock,
    delayMs,
    settle: (session, index) =>
      settle({ sessions, answers, players, leaderboard, intakeWritten: intake.written, now }, session, index),
    writeBoard: (sessionId) => writeTotals(ports, sessionId, null),
    settleAll: (session) => settleAll(ports, session),
    async checkBoard(sessionId, players) {
      if ((await leaderboard.size(sessionId)) !== players) await writeTotals(ports, sessionId, null);
    },
    async onPlayer({ sessionId, playerId }, change) {
      if (change === "removed") return leaderboard.remove(sessionId, [playerId]);
      try {
        const entries = await boardEntries(ports, sessionId);
        await leaderboard.restore(
          sessionId,
          entries.filter((entry) => entry.playerId === playerId),
        );
      } catch (error) {
        // The player is back, whatever the board knows: it is made anew from the truth.
        await leaderboard.clear(sessionId);
        throw error;
      }
    },
    onError,
  });

  return {
    live,
    intake,
    conductor,
    joinSession: createJoinSession({
      live,
      players,
      leaderboard,
      bus,
      now,
      onError: (error) => onError(error, "storing joins"),
    }),
    submitAnswer: createSubmitAnswer({ live, intake, answers, delayMs }),
  };
}
