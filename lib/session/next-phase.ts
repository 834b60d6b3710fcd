import type { Refusal } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { type Change, notPossible } from "./command-outcome.ts";
import { dueAtMs } from "./due.ts";
import { uncounted } from "./phase.ts";
import { afterReveal, closed, ended, entered, FIRST_LEAD_MS, following, podium } from "./phase-starts.ts";
import { runningPhase } from "./running-phase.ts";
import type { Session } from "./session.ts";

/** Where a phase leads: by the host's next, skip and finish, and by the clock. */

/** The host's "next": one step on, whatever the phase. */
export function advance(session: Session, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  switch (phase.name) {
    case "lobby":
      return begin(session, nowMs);
    case "question":
      return ok({ phase: closed(session, phase, nowMs) });
    case "reveal":
      // Left uncounted, the question would stay so.
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      return ok({ phase: afterReveal(session, phase, nowMs) });
    case "standings":
    case "slide":
      return ok({ phase: following(session, phase.index, nowMs) });
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "paused":
      return notPossible(session, "next", "the session is paused; resume it first");
    case "ended":
      return notPossible(session, "next", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** Skipping a running question voids it; after the question it only leaves out what would still be shown. */
export function skip(session: Session, nowMs: number): Result<Change, Refusal> {
  const phase = runningPhase(session.phase);
  if (phase.name === "question") {
    const voided = [...new Set([...session.voided, phase.index])].sort((a, b) => a - b);
    return ok({
      voided,
      phase: {
        ...closed(session, phase, nowMs),
        ...{ closedAtMs: lastOpenMs(session, nowMs), advancesAtMs: nowMs, leadsTo: "question" },
      },
    });
  }
  if (phase.name === "reveal" && phase.result === null)
    return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "question" } });
  if (phase.name === "reveal" || phase.name === "standings" || phase.name === "slide")
    return ok({ phase: following(session, phase.index, nowMs) });
  return notPossible(session, "skip", "there is no question to skip");
}

export function finish(session: Session, nowMs: number): Result<Change, Refusal> {
  const phase = runningPhase(session.phase);
  switch (phase.name) {
    case "lobby":
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "question":
      return ok({
        phase: {
          ...closed(session, phase, nowMs),
          ...{ closedAtMs: lastOpenMs(session, nowMs), advancesAtMs: nowMs, leadsTo: "podium" },
        },
      });
    case "reveal":
      if (phase.result === null) return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "podium" } });
      return ok({ phase: podium(phase.index, nowMs) });
    case "standings":
    case "slide":
      return ok({ phase: podium(phase.index, nowMs) });
    case "ended":
      return notPossible(session, "finish", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** Does what is due by now; refuses when nothing is, so that only one of several racing timers acts. */
export function onClock(session: Session, nowMs: number): Result<Change, Refusal> {
  const { phase } = session;
  const due = dueAtMs(session);
  if (due === null || nowMs < due) return notPossible(session, "go on", "nothing is due");
  switch (phase.name) {
    case "question":
      return ok({ phase: { ...closed(session, phase, nowMs), closedAtMs: due } });
    case "reveal":
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      if (phase.advancesAtMs === null) return ok({ phase: ended(phase, nowMs) });
      return ok({ phase: afterReveal(session, phase, nowMs) });
    case "standings":
    case "slide":
      if (phase.advancesAtMs === null) return ok({ phase: ended(phase, nowMs) });
      return ok({ phase: following(session, phase.index, nowMs) });
    case "paused":
      if (uncounted(phase)) return notPossible(session, "go on", "the answers are still being counted");
      return ok({ phase: ended(phase, nowMs) });
    case "lobby":
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "ended":
      return notPossible(session, "go on", "the session has ended");
    default:
      return phase satisfies never;
  }
}

export function begin(session: Session, nowMs: number): Result<Change, Refusal> {
  return ok({ phase: entered(session, 0, nowMs, FIRST_LEAD_MS), startedAtMs: nowMs });
}

/** A question that ends while it is paused took its last answers when the pause began. */
function lastOpenMs({ phase }: Session, nowMs: number): number {
  return phase.name === "paused" ? phase.pausedAtMs : nowMs;
}
