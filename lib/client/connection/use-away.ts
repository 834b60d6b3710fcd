"use client";

import { useEffect, useState } from "react";
import { useLive } from "./live-provider.tsx";
import { useConnection } from "./use-live-state.ts";

/** Whether the connection has not been live for this long: short breaks are not shown. */
export function useAway(forMs: number): boolean {
  const { platform } = useLive();
  const { state, sinceMs } = useConnection();
  const live = state.name === "live";
  const [away, setAway] = useState(false);
  useEffect(() => {
    setAway(false);
    if (live) return;
    return platform.timers.after(Math.max(0, sinceMs + forMs - platform.clock.now()), () => setAway(true));
  }, [live, sinceMs, forMs, platform]);
  return away;
}
