import type { Clock } from "../../kernel/clock.ts";
import type { ChangeSession } from "./change-session.ts";
import { everybodyAnswered } from "./early-close.ts";
import type { LiveSession } from "./live-session.ts";
import type { LiveSessions } from "./live-sessions.ts";
import type { Presence } from "./presence.ts";

/** Closes running questions early once everyone has answered. */
export interface EarlyChecks {
  /** Looks after this long, once, whether the running question can close. */
  plan(live: LiveSession, delayMs: number): void;
  stop(): void;
}

export interface EarlyChecksDeps {
  live: LiveSessions;
  presence: Presence;
  clock: Clock;
  change: ChangeSession;
  onError(error: unknown, doing: string): void;
}

export function createEarlyChecks(deps: EarlyChecksDeps): EarlyChecks {
  const { live: liveSessions, clock, change } = deps;
  const planned = new Map<string, { timer: ReturnType<typeof setTimeout>; atMs: number }>();

  function plan(live: LiveSession, delayMs: number): void {
    const sessionId = live.session.id;
    const before = planned.get(sessionId);
    const atMs = clock.now() + delayMs;
    if (before && before.atMs <= atMs) return;
    clearTimeout(before?.timer);
    const timer = setTimeout(() => {
      planned.delete(sessionId);
      closeIfAnswered(live).catch((error) => deps.onError(error, "closing early"));
    }, delayMs);
    planned.set(sessionId, { timer, atMs });
  }

  async function closeIfAnswered(live: LiveSession): Promise<void> {
    const { phase } = live.session;
    if (phase.name !== "question" || clock.now() < phase.opensAtMs) return;
    let verdict = await everybodyAnswered(live, deps.presence, clock.now());
    if (verdict.close) {
      // Decided on the stored answers: a lost notice must not close a question on a player.
      await liveSessions.resync(live);
      verdict = await everybodyAnswered(live, deps.presence, clock.now());
    }
    if (verdict.close) await change(live, { command: "closeEarly", index: phase.index });
    else if (verdict.lookAgainInMs !== null) plan(live, verdict.lookAgainInMs);
  }

  return {
    plan,
    stop() {
      for (const { timer } of planned.values()) clearTimeout(timer);
      planned.clear();
    },
  };
}
