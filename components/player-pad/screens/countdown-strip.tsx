"use client";

import { useState } from "react";
import { CountdownBar } from "#components/ui/countdown/countdown-bar.tsx";
import type { Countdown } from "#lib/client/time/countdown.ts";

/** The bar of one question, run by CSS from where the clock stood at first sight. Key it by the closing instant. */
export function CountdownStrip({ durationMs, elapsedMs, secondsLeft, paused }: Countdown) {
  const [startedAtMs] = useState(elapsedMs);
  return (
    <CountdownBar
      durationMs={durationMs}
      elapsedMs={startedAtMs}
      secondsLeft={secondsLeft}
      paused={paused}
      announce
    />
  );
}
