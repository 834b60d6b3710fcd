import type { Session } from "../session.ts";

/** When this session wants to be looked at next, by its node's timer or by the sweep of any node; null for never. */
export function dueAtMs(session: Session): number | null {
  const due = dueOfPhase(session);
  return session.rehearsal && due !== null ? Math.min(due, rehearsalEndsAtMs(session)) : due;
}

/** A rehearsal is over then, in any phase. */
export function rehearsalEndsAtMs({ createdAtMs }: Pick<Session, "createdAtMs">): number {
  return createdAtMs + REHEARSAL_FOR_MS;
}

function dueOfPhase(session: Session): number | null {
  const { phase } = session;
  switch (phase.name) {
    case "lobby":
      return session.createdAtMs + ABANDONED_MS.lobby;
    case "question":
      return Math.max(phase.closesAtMs, phase.waitsUntilMs ?? 0) + graceOf(phase);
    case "reveal":
      if (phase.result === null) return phase.closedAtMs;
      return phase.advancesAtMs ?? phase.closedAtMs + ABANDONED_MS.waiting;
    case "standings":
    case "slide":
      return phase.advancesAtMs ?? phase.sinceMs + ABANDONED_MS.waiting;
    case "paused":
      if (phase.phase.name === "reveal" && phase.phase.result === null) return phase.phase.closedAtMs;
      return phase.pausedAtMs + ABANDONED_MS.waiting;
    case "podium":
      return (phase.lookedAtMs ?? phase.sinceMs) + PODIUM_LOOK_MS;
    case "ended":
      return null;
    default:
      return phase satisfies never;
  }
}

/** Whether the clock goes on from here only while no host is there to do it. */
export function waitsForHost({ settings, phase, quiz, rehearsal }: Session): boolean {
  if (phase.name === "podium") return !rehearsal;
  if (settings.pace !== "host") return false;
  if (phase.name === "reveal") return phase.leadsTo === undefined;
  if (phase.name !== "slide") return phase.name === "standings";
  const slide = quiz.questions[phase.index];
  return slide?.kind !== "slide" || !slide.autoAdvance;
}

/** How long after `closesAtMs` an answer still counts: it covers the last packet's way. Disclosed in docs/SPEC.md (SE4). */
export const GRACE_MS = 500;

/** After a host's close it is longer: the news of it has to reach a phone before the answer can leave. */
export function graceOf({ graceMs = GRACE_MS }: { graceMs?: number | undefined }): number {
  return graceMs;
}

/**
 * The grace grows by as much as this process itself may have come late to an answer that was here in time, and the clock's
 * close waits as long; but at most by this. Longer stalls are a machine that was stopped (SIM2), and a room does not wait
 * for a process that is always behind.
 */
export const DELAY_MAX_MS = 2_000;

export function boundedDelayMs(delayMs: number): number {
  return Math.min(delayMs, DELAY_MAX_MS);
}

const HOUR_MS = 3_600_000;
/** Longer than any quiz is tried out; its robots stop then, though a browser was left open. */
const REHEARSAL_FOR_MS = HOUR_MS;
/** An unused session ends by itself, so that its PIN becomes free. */
const ABANDONED_MS = { lobby: 24 * HOUR_MS, waiting: 12 * HOUR_MS } as const;
/** A podium ends by itself when its host has been away this long; how often it is looked at. */
export const PODIUM_AWAY_MS = 10 * 60_000;
const PODIUM_LOOK_MS = 60_000;
