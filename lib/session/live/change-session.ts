import type { Clock } from "../../kernel/clock.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import type { Counting } from "../counting.ts";
import type { Command } from "../phases/command.ts";
import { dueAtMs } from "../phases/due.ts";
import { transition } from "../phases/transition.ts";
import type { Session } from "../session.ts";
import type { SessionStore } from "../session-store.ts";
import type { SessionBus } from "./bus.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";

/**
 * Does a command to a session: computes the next one, writes it by compare-and-swap, tells the other nodes. Who loses the
 * race reads again and decides anew.
 *
 * @param expectedVersion refuses what was decided on an older view
 */
export type ChangeSession = (
  live: LiveSession,
  asked: Command,
  expectedVersion?: number,
) => Promise<Result<Session, Refusal>>;

export interface ChangeSessionDeps {
  live: LiveSessions;
  sessions: SessionStore;
  bus: SessionBus;
  clock: Clock;
  counting: Counting;
  /** Told of each step that this node took. */
  onStep?(before: Session, after: Session): void;
  onError(error: unknown, doing: string): void;
}

/** How often a race may be lost before the command is refused. */
export const ATTEMPTS = 8;

export function createChangeSession(deps: ChangeSessionDeps): ChangeSession {
  const { live: liveSessions, sessions, bus, clock } = deps;

  async function changeSession(
    live: LiveSession,
    asked: Command,
    expectedVersion?: number,
  ): Promise<Result<Session, Refusal>> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (expectedVersion !== undefined && expectedVersion !== live.session.version) {
        if (!(await liveSessions.refresh(live.session.id))) return refuse("session_not_found");
        if (expectedVersion !== live.session.version) return refuse("stale_command");
      }
      const next = transition(live.session, asked, clock.now());
      if (!next.ok) {
        // The refusal may come from an old copy.
        if (attempt > 0 || !(await movedOn(live))) return next;
        continue;
      }
      if (next.value.phase.name === "podium" && live.session.phase.name !== "podium") {
        await deps.counting
          .writeBoard(live.session.id)
          .catch((error) => deps.onError(error, "writing the final board"));
      }
      if (next.value.phase.name === "ended" && live.session.phase.name !== "ended") {
        await deps.counting
          .settleAll(next.value)
          .catch((error) => deps.onError(error, "counting a last time"));
      }
      const before = live.session;
      if (await sessions.swap(next.value, dueAtMs(next.value))) {
        deps.onStep?.(before, next.value);
        liveSessions.adopt(next.value);
        bus.publish(next.value.id, { type: "session", version: next.value.version });
        return ok(next.value);
      }
      if (!(await liveSessions.refresh(live.session.id))) return refuse("session_not_found");
    }
    return refuse("stale_command");
  }

  async function movedOn(live: LiveSession): Promise<boolean> {
    const before = live.session.version;
    await liveSessions.refresh(live.session.id);
    return live.session.version !== before;
  }

  return changeSession;
}
