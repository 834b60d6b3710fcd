"use client";

import { useEffect, useState } from "react";
import { useServerClock } from "#lib/client/use-live-state.ts";
import { DrumRoll } from "./drum-roll.tsx";
import { type PodiumProps, PodiumScreen } from "./podium-screen.tsx";

/** While the big screen goes from third to first, the phone keeps the secret. */
const DRUM_ROLL_MS = 6_000;

export function PodiumPhase({ sinceMs, ...podium }: PodiumProps & { sinceMs: number }) {
  const { serverNow } = useServerClock();
  const [drumRoll, setDrumRoll] = useState(() => serverNow() < sinceMs + DRUM_ROLL_MS);
  useEffect(() => {
    const timer = setTimeout(() => setDrumRoll(false), Math.max(0, sinceMs + DRUM_ROLL_MS - serverNow()));
    return () => clearTimeout(timer);
  }, [sinceMs, serverNow]);
  return drumRoll ? (
    <DrumRoll name={podium.you.name} avatar={podium.you.avatar} />
  ) : (
    <PodiumScreen {...podium} />
  );
}
