"use client";

import { useEffect } from "react";
import { backoffMs } from "#lib/client/connection/backoff.ts";
import { finalReasonOfRefusal } from "#lib/client/connection/final-reason.ts";
import { useLive } from "#lib/client/connection/live-provider.tsx";

/** A phone that was taken out asks this seldom in the end: for a whole quiz night, if the host never lets it back. */
const SELDOM_MS = 15_000;

/** Asks whether the host has let this player back in, ever more seldom, and at once when the page is looked at again. */
export function useLetBackIn(active: boolean): void {
  const { api, pin, platform, start, stop } = useLive();
  useEffect(() => {
    if (!active) return;
    const { timers, random, page } = platform;
    let asked = 0;
    let over = false;
    let cancel = () => {};
    const later = () => {
      cancel();
      cancel = timers.after(backoffMs(asked + 2, random, SELDOM_MS), ask);
    };
    const ask = async () => {
      cancel();
      asked += 1;
      const reply = await api.you(pin() ?? "").catch(() => null);
      if (over) return;
      if (reply?.ok) {
        stop();
        start();
        return;
      }
      const code = reply?.error.code ?? "";
      if (code === "player_removed" || !finalReasonOfRefusal(code)) later();
    };
    later();
    const unwatch = page.watch((event) => event === "resumed" && void ask());
    return () => {
      over = true;
      cancel();
      unwatch();
    };
  }, [active, api, pin, platform, start, stop]);
}
