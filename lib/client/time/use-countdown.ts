"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { PhaseView } from "../../session/phases/phase.ts";
import { useLive } from "../connection/live-provider.tsx";
import { type Countdown, countdownTicker } from "./countdown.ts";

/** Follows a phase by the server's clock. Renders again when the stage or the whole second changes, and not between. */
export function useCountdown(phase: PhaseView | null | undefined): Countdown {
  const { clock, platform } = useLive();
  const ticker = useMemo(
    () => countdownTicker(phase ?? null, clock, platform.timers),
    [phase, clock, platform],
  );
  return useSyncExternalStore(ticker.subscribe, ticker.current, ticker.current);
}
