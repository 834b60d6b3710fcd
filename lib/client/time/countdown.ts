import type { PhaseView } from "../../session/phases/phase.ts";
import type { Timers } from "../connection/platform.ts";

/**
 * How far a phase is, by the server's clock.
 * `upcoming`: the 3-2-1, before the question is shown. `reading`: shown, not open yet. `open`: answers count.
 * `closed`: any other time; `secondsLeft` then counts to the clock's next move, 0 while it waits for the host.
 */
export interface Countdown {
  stage: "upcoming" | "reading" | "open" | "closed";
  /** Whole seconds until the stage ends, rounded up. */
  secondsLeft: number;
  /** Into the stage, when this value was made: what an animation starts from (a negative `animation-delay`). */
  elapsedMs: number;
  /** Length of the stage; 0 if it has no end. */
  durationMs: number;
  paused: boolean;
}

/** Whether the 3-2-1 and the reading time, if there were any, are over. */
export function isOpened({ stage }: Pick<Countdown, "stage">): boolean {
  return stage !== "upcoming" && stage !== "reading";
}

/** How long a 3-2-1 lasts, for animations; a question announced later than that begins in the middle of one. */
const UPCOMING_MS = 3_000;
const STILL: Countdown = { stage: "closed", secondsLeft: 0, elapsedMs: 0, durationMs: 0, paused: false };

export function countdownAt(phase: PhaseView | null, nowMs: number): Countdown {
  if (phase?.name === "paused") return { ...countdownAt(phase.phase, phase.pausedAtMs), paused: true };
  const { stage, startMs, endMs } = stageAt(phase, nowMs);
  if (endMs === null) return { ...STILL, stage };
  const durationMs = endMs - startMs;
  const leftMs = Math.max(0, endMs - nowMs);
  const elapsedMs = Math.min(Math.max(0, durationMs - leftMs), durationMs);
  return { stage, secondsLeft: Math.ceil(leftMs / 1_000), elapsedMs, durationMs, paused: false };
}

interface Stage {
  stage: Countdown["stage"];
  startMs: number;
  /** Null if nothing follows by the clock. */
  endMs: number | null;
}

function stageAt(phase: PhaseView | null, nowMs: number): Stage {
  if (phase?.name === "reveal")
    return { stage: "closed", startMs: phase.closedAtMs, endMs: phase.advancesAtMs };
  if (phase?.name === "standings" || phase?.name === "slide")
    return { stage: "closed", startMs: phase.sinceMs, endMs: phase.advancesAtMs };
  if (phase?.name !== "question") return { stage: "closed", startMs: nowMs, endMs: null };
  const { shownAtMs, opensAtMs, closesAtMs } = phase;
  if (nowMs < shownAtMs) return { stage: "upcoming", startMs: shownAtMs - UPCOMING_MS, endMs: shownAtMs };
  if (nowMs < opensAtMs) return { stage: "reading", startMs: shownAtMs, endMs: opensAtMs };
  if (nowMs < closesAtMs) return { stage: "open", startMs: opensAtMs, endMs: closesAtMs };
  return { stage: "closed", startMs: closesAtMs, endMs: null };
}

/** A countdown as an external store: its value changes only when the stage, the whole second or the pause does. */
export interface CountdownTicker {
  current(): Countdown;
  subscribe(listener: () => void): () => void;
}

interface ServerClock {
  serverNow(): number;
  subscribe(listener: () => void): () => void;
}

/** Timers may ring a hair early; a second that has not turned yet must not be waited for twice. */
const AFTER_TURN_MS = 2;

export function countdownTicker(
  phase: PhaseView | null,
  clock: ServerClock,
  timers: Timers,
): CountdownTicker {
  let shown = countdownAt(phase, clock.serverNow());

  function current(): Countdown {
    const next = countdownAt(phase, clock.serverNow());
    const { stage, secondsLeft, paused } = next;
    if (stage !== shown.stage || secondsLeft !== shown.secondsLeft || paused !== shown.paused) shown = next;
    return shown;
  }

  return {
    current,
    subscribe(listener) {
      let cancel = () => {};
      const schedule = () => {
        cancel();
        const waitMs = untilTurnMs(phase, clock.serverNow());
        if (waitMs === null) return;
        cancel = timers.after(waitMs + AFTER_TURN_MS, () => {
          listener();
          schedule();
        });
      };
      schedule();
      // A better estimate of the clock moves every turn.
      const unsubscribe = clock.subscribe(() => {
        listener();
        schedule();
      });
      return () => {
        cancel();
        unsubscribe();
      };
    },
  };
}

/** Until the next whole second or stage; null if nothing moves any more. */
function untilTurnMs(phase: PhaseView | null, nowMs: number): number | null {
  const { endMs } = stageAt(phase, nowMs);
  if (endMs === null || endMs <= nowMs) return null;
  return (endMs - nowMs) % 1_000 || 1_000;
}
