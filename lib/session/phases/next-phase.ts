import type { Refusal } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import type { Session } from "../session.ts";
import { notPossible, type SessionChange } from "./command-outcome.ts";
import { dueAtMs, PODIUM_AWAY_MS, rehearsalEndsAtMs } from "./due.ts";
import type { Phase, QuestionPhase, RevealPhase } from "./phase.ts";
import {
  afterReveal,
  closed,
  ended,
  entered,
  FIRST_LEAD_MS,
  following,
  OPEN_LEAD_MS,
  podium,
} from "./phase-starts.ts";
import { runningPhase, uncounted } from "./running-phase.ts";

type PodiumPhase = Extract<Phase, { name: "podium" }>;

/** Where a phase leads: by the host's next, skip and finish, and by the clock. */

/** The host's "next": one step on, from any phase. */
export function advance(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  const { phase } = session;
  switch (phase.name) {
    case "lobby":
      return begin(session, nowMs);
    case "question":
      return close(session, nowMs);
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

/** Closes the open question. One that has not opened has no answers, so nothing to reveal. */
export function close(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  const { phase } = session;
  if (phase.name !== "question") return notPossible(session, "close", "no question is running");
  if (nowMs < phase.opensAtMs)
    return notPossible(session, "close", "the question has not opened yet; open it now, or skip it");
  return ok({ phase: closed(session, phase, nowMs) });
}

/** Ends the 3-2-1 and the reading time. The time to answer stays what it was. */
export function openNow(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  const { phase } = session;
  if (phase.name === "paused") return notPossible(session, "open", "the session is paused; resume it first");
  if (phase.name !== "question") return notPossible(session, "open", "no question is about to open");
  if (nowMs >= phase.opensAtMs) return notPossible(session, "open", "the question is open already");
  const opensAtMs = Math.min(phase.opensAtMs, nowMs + OPEN_LEAD_MS);
  return ok({
    phase: {
      ...phase,
      opensAtMs,
      shownAtMs: Math.min(phase.shownAtMs, opensAtMs),
      closesAtMs: phase.closesAtMs - (phase.opensAtMs - opensAtMs),
    },
  });
}

/** Skipping a running question voids it; after the question it only leaves out what would still be shown. */
export function skip(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  const phase = runningPhase(session.phase);
  if (phase.name === "question") {
    const voided = [...new Set([...session.voided, phase.index])].sort((a, b) => a - b);
    return ok({ voided, phase: cutShort(session, phase, "question", nowMs) });
  }
  if (phase.name === "reveal" && phase.result === null)
    return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "question" } });
  if (phase.name === "reveal" || phase.name === "standings" || phase.name === "slide")
    return ok({ phase: following(session, phase.index, nowMs) });
  return notPossible(session, "skip", "there is no question to skip");
}

export function finish(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  const phase = runningPhase(session.phase);
  switch (phase.name) {
    case "lobby":
    case "podium":
      return ok({ phase: ended(phase, nowMs) });
    case "question":
      return ok({ phase: cutShort(session, phase, "podium", nowMs) });
    case "reveal":
      if (phase.result === null) return ok({ phase: { ...phase, advancesAtMs: nowMs, leadsTo: "podium" } });
      return ok({ phase: podium(session, phase.index, nowMs) });
    case "standings":
    case "slide":
      return ok({ phase: podium(session, phase.index, nowMs) });
    case "ended":
      return notPossible(session, "finish", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** Does what is due by now; refuses when nothing is, so that only one of several racing timers acts. */
export function onClock(session: Session, nowMs: number, lateMs = 0): Result<SessionChange, Refusal> {
  const { phase } = session;
  const due = dueAtMs(session);
  if (due === null || nowMs < due) return notPossible(session, "go on", "nothing is due");
  if (session.rehearsal && nowMs >= rehearsalEndsAtMs(session)) return endRehearsal(session, nowMs);
  switch (phase.name) {
    case "question":
      return ok({ phase: { ...closed(session, phase, nowMs), closedAtMs: due + lateMs } });
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
      return ok({ phase: ended(phase, nowMs) });
    case "podium":
      return ok({ phase: hostAway(phase, nowMs) });
    case "ended":
      return notPossible(session, "go on", "the session has ended");
    default:
      return phase satisfies never;
  }
}

/** At once, in any phase: nothing waits for its results. */
export function endRehearsal(
  { phase, rehearsal, ...session }: Session,
  nowMs: number,
): Result<SessionChange, Refusal> {
  if (!rehearsal || phase.name === "ended")
    return notPossible({ ...session, phase }, "end the rehearsal", "none is running");
  return ok({ phase: ended(phase, nowMs) });
}

/** Once a minute the podium is looked at; when the host has been away for ten of them, it ends. */
function hostAway(phase: PodiumPhase, nowMs: number): Phase {
  const { awaySinceMs = nowMs } = phase;
  if (nowMs - awaySinceMs >= PODIUM_AWAY_MS) return ended(phase, nowMs);
  return { ...phase, lookedAtMs: nowMs, awaySinceMs };
}

/** The host is at the podium. Of several nodes that look at once, one says so. */
export function hostSeen(
  session: Session,
  phase: PodiumPhase,
  nowMs: number,
): Result<SessionChange, Refusal> {
  const due = dueAtMs(session);
  if (due === null || nowMs < due) return notPossible(session, "wait", "nothing is due");
  const { awaySinceMs: _, ...seen } = phase;
  return ok({ phase: { ...seen, lookedAtMs: nowMs } });
}

export function begin(session: Session, nowMs: number): Result<SessionChange, Refusal> {
  return ok({ phase: entered(session, 0, nowMs, FIRST_LEAD_MS), startedAtMs: nowMs });
}

/** A reveal that is not shown: it goes on as soon as the answers are counted. */
function cutShort(
  session: Session,
  phase: QuestionPhase,
  leadsTo: "question" | "podium",
  nowMs: number,
): RevealPhase {
  const closedAtMs = lastOpenMs(session, nowMs);
  return {
    ...closed(session, phase, nowMs),
    closedAtMs,
    advancesAtMs: nowMs,
    leadsTo,
    ...(closedAtMs < phase.opensAtMs ? { unopened: phase } : {}),
  };
}

/** A question that ends while it is paused took its last answers when the pause began. */
function lastOpenMs({ phase }: Session, nowMs: number): number {
  return phase.name === "paused" ? phase.pausedAtMs : nowMs;
}
