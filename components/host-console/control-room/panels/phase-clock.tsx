"use client";

import { useState } from "react";
import { CountdownRing } from "#components/ui/countdown/countdown-ring.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";
import { useCountdown } from "#lib/client/time/use-countdown.ts";
import { runningPhase } from "#lib/session/phases/running-phase.ts";
import type { View } from "#lib/session/reports/view.ts";

const STAGE_WORDS = {
  upcoming: "starts in",
  reading: "reading",
  open: "to answer",
  closed: "continues in",
} as const;

/** The clock of the phase, when there is one. After a question it only counts where the clock moves on, not the host. */
export function PhaseClock({ view }: { view: View }) {
  const { phase, settings } = view;
  const countdown = useCountdown(phase);
  const { stage, durationMs, paused } = countdown;
  if (durationMs === 0 || (stage === "closed" && settings.pace === "host")) return null;
  return (
    <div className="grid shrink-0 justify-items-center gap-1">
      <Ring key={`${stage}${durationMs}${paused}${endOf(view)}`} countdown={countdown} />
      <span className="font-medium text-ink-muted text-xs">{paused ? "paused" : STAGE_WORDS[stage]}</span>
    </div>
  );
}

/** CSS runs the ring from where it stood at the start; a later value would make it jump. */
function Ring({ countdown }: { countdown: Countdown }) {
  const { stage, secondsLeft, durationMs, paused } = countdown;
  const [elapsedMs] = useState(countdown.elapsedMs);
  return (
    <CountdownRing
      className="size-18 sm:size-20"
      secondsLeft={secondsLeft}
      durationMs={durationMs}
      elapsedMs={elapsedMs}
      paused={paused}
      announce={stage === "open"}
    />
  );
}

/** Added time starts the ring anew. */
function endOf({ phase }: View): number | null {
  const timed = runningPhase(phase);
  if (timed.name === "question") return timed.closesAtMs;
  return "advancesAtMs" in timed ? timed.advancesAtMs : null;
}
