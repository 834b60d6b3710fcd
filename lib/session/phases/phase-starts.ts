import { canEarn } from "../../points/scored-indexes.ts";
import type { Session } from "../session.ts";
import type { Phase, QuestionPhase, RevealPhase, SlidePhase, StandingsPhase, TimedPhase } from "./phase.ts";
import { runningPhase } from "./running-phase.ts";

/** How each phase begins, and with which instants. Whether it may begin now is decided in transition.ts. */

/** A question is announced ahead, so that all devices open it together; a slide is shown at once. */
export function entered(
  session: Session,
  index: number,
  nowMs: number,
  leadMs: number,
): QuestionPhase | SlidePhase {
  const entry = session.quiz.questions[index];
  if (entry?.kind !== "slide") return question(session, index, nowMs + leadMs);
  const advancesAtMs = entry.autoAdvance
    ? nowMs + entry.timeLimitMs
    : advancesAt(session, nowMs, entry.timeLimitMs);
  return { name: "slide", index, sinceMs: nowMs, advancesAtMs };
}

/** Time is up for everybody from now on; unsent answers come within the grace. */
export function cut(phase: QuestionPhase, nowMs: number, graceMs: number): QuestionPhase {
  const waits = phase.waitsUntilMs === undefined ? {} : { waitsUntilMs: Math.min(phase.waitsUntilMs, nowMs) };
  return { ...phase, ...waits, closesAtMs: Math.min(phase.closesAtMs, nowMs), cutAtMs: nowMs, graceMs };
}

export function closed(session: Session, phase: QuestionPhase, nowMs: number): RevealPhase {
  return {
    name: "reveal",
    index: phase.index,
    closedAtMs: nowMs,
    advancesAtMs: advancesAt(session, nowMs, session.settings.revealMs),
    result: null,
    ...(phase.pauses ? { pauses: phase.pauses } : {}),
  };
}

export function afterReveal(session: Session, phase: RevealPhase, nowMs: number): Phase {
  // A question that never opened was never asked.
  if (phase.leadsTo === "podium")
    return podium(session, phase.unopened ? phase.index - 1 : phase.index, nowMs);
  const asked = session.quiz.questions[phase.index];
  // After a poll the standings are those the room has seen.
  const unchanged = asked !== undefined && !canEarn(asked);
  if (phase.leadsTo === "question" || unchanged) return following(session, phase.index, nowMs);
  const standings: StandingsPhase = {
    name: "standings",
    index: phase.index,
    sinceMs: nowMs,
    advancesAtMs: advancesAt(session, nowMs, session.settings.standingsMs),
  };
  return standings;
}

export function following(session: Session, index: number, nowMs: number): Phase {
  if (index + 1 >= session.quiz.questions.length) return podium(session, index, nowMs);
  return entered(session, index + 1, nowMs, LEAD_MS);
}

/** The end of the game. A survey has no winners: it is over. */
export function podium({ settings }: Session, lastIndex: number, nowMs: number): Phase {
  if (settings.mode === "survey") return { name: "ended", endedAtMs: nowMs, asked: lastIndex + 1 };
  return { name: "podium", sinceMs: nowMs, asked: lastIndex + 1 };
}

export function ended(before: Phase, nowMs: number): Phase {
  const running = runningPhase(before);
  const asked = running.name === "podium" ? running.asked : "index" in running ? running.index + 1 : 0;
  return { name: "ended", endedAtMs: nowMs, ...(asked === undefined ? {} : { asked }) };
}

export function resumed(phase: TimedPhase, pausedAtMs: number, nowMs: number): TimedPhase {
  const byMs = nowMs - pausedAtMs;
  switch (phase.name) {
    case "question":
      return {
        ...phase,
        shownAtMs: phase.shownAtMs + byMs,
        opensAtMs: phase.opensAtMs + byMs,
        closesAtMs: phase.closesAtMs + byMs,
        ...(phase.waitsUntilMs === undefined ? {} : { waitsUntilMs: phase.waitsUntilMs + byMs }),
        ...(phase.cutAtMs === undefined ? {} : { cutAtMs: phase.cutAtMs + byMs }),
        pauses: [...(phase.pauses ?? []), { fromMs: pausedAtMs, untilMs: nowMs }],
      };
    case "reveal":
    case "standings":
    case "slide":
      return { ...phase, advancesAtMs: phase.advancesAtMs === null ? null : phase.advancesAtMs + byMs };
    default:
      return phase satisfies never;
  }
}

function question(session: Session, index: number, shownAtMs: number): QuestionPhase {
  const opensAtMs = shownAtMs + session.settings.readingMs;
  const limitMs = session.quiz.questions[index]?.timeLimitMs ?? 0;
  return { name: "question", index, shownAtMs, opensAtMs, closesAtMs: opensAtMs + limitMs };
}

/** When the clock moves on by itself: soon with pace "auto", after a wait for the host with away "advance", or never. */
function advancesAt(session: Session, nowMs: number, standsMs: number): number | null {
  if (session.settings.pace === "auto") return nowMs + standsMs;
  return session.settings.away === "advance" ? nowMs + Math.max(AWAY_MS, standsMs) : null;
}

/** Notice before the first question is shown, so that every device hears of it in time and sees the 3-2-1. */
export const FIRST_LEAD_MS = 3_500;
/** Notice before later questions. */
const LEAD_MS = 500;
/** Notice before a question that the host opens at once, so that all devices still open it together. */
export const OPEN_LEAD_MS = 500;
/** How long a session waits for an absent host before it goes on by itself, if it may. */
export const AWAY_MS = 20_000;
