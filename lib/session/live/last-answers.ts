import type { Clock } from "../../kernel/clock.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { kindOf } from "../../quiz/kinds/registry.ts";
import type { HostCommand } from "../phases/command.ts";
import { DELAY_MAX_MS } from "../phases/due.ts";
import type { Session } from "../session.ts";
import type { ChangeSession } from "./change-session.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";
import type { Presence } from "./presence.ts";

/**
 * When a host closes a question before its time, phones may hold answers that are complete but not sent. So time is up
 * first: the close moves to now, and each phone sends its answer, or passes. Once all have, the question closes
 * (early-checks.ts), and at the latest after its grace, by the clock. The key stays hidden meanwhile. If this node dies,
 * the clock of another one goes on from there.
 */
export interface LastAnswers {
  /** Whether a connected phone can hold an unsent answer. */
  mayCome(live: LiveSession): Promise<boolean>;
  /** Resolves with the session when the question is closed; null if there was nothing to close any more. */
  take(live: LiveSession, expectedVersion?: number): Promise<Result<Session, Refusal> | null>;
  /** Waits for nothing any more. */
  stop(): void;
}

export interface LastAnswersDeps {
  live: LiveSessions;
  presence: Presence;
  clock: Clock;
  change: ChangeSession;
  /** How long phones have that have neither answered nor passed. */
  closeGraceMs: number;
}

/** The commands by which a host ends a running question and has it counted. */
export function endsQuestion(command: HostCommand["command"]): boolean {
  return command === "close" || command === "next" || command === "finish";
}

/** Longer than a clock's close takes beyond the grace; after that the sweep closes the question, and the host asks again. */
const GIVEN_UP_MS = DELAY_MAX_MS + 3_000;

export function createLastAnswers({
  live: liveSessions,
  presence,
  clock,
  change,
  closeGraceMs,
}: LastAnswersDeps): LastAnswers {
  const waiting = new Set<() => void>();

  async function mayCome(live: LiveSession): Promise<boolean> {
    const { phase, quiz, settings, id } = live.session;
    if (phase.name !== "question" || !settings.sendAtClose || clock.now() < phase.opensAtMs) return false;
    if (phase.cutAtMs !== undefined) return true;
    const question = quiz.questions[phase.index];
    const allAnswered = live.answered.size >= live.roster.size && !settings.changeAnswers;
    if (!question || !kindOf(question).composed || allAnswered) return false;
    return (await presence.counts(id)).players > 0;
  }

  async function take(live: LiveSession, expectedVersion?: number): Promise<Result<Session, Refusal> | null> {
    const { phase } = live.session;
    if (phase.name !== "question") return null;
    if (phase.cutAtMs !== undefined) {
      if (expectedVersion !== undefined && expectedVersion !== live.session.version)
        return refuse("stale_command");
    } else {
      const cut = await change(
        live,
        { command: "timeUp", index: phase.index, graceMs: closeGraceMs },
        expectedVersion,
      );
      if (!cut.ok) return cut.error.code === "command_not_possible" ? null : cut;
    }
    await closed(live);
    return ok(live.session);
  }

  function closed(live: LiveSession): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, closeGraceMs + GIVEN_UP_MS);
      const stopListening = liveSessions.onEvent((changed, event) => {
        if (changed !== live) return;
        if (event.type === "deleted") done();
        else look();
      });
      waiting.add(done);
      look();

      function look(): void {
        const { phase } = live.session;
        if (phase.name !== "question" || phase.cutAtMs === undefined) done();
      }

      function done(): void {
        clearTimeout(timer);
        stopListening();
        waiting.delete(done);
        resolve();
      }
    });
  }

  return {
    mayCome,
    take,
    stop() {
      for (const done of [...waiting]) done();
    },
  };
}
