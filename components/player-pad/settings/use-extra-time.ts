"use client";

import { useEffect } from "react";
import { useLive } from "#lib/client/connection/live-provider.tsx";
import { useView, useYou } from "#lib/client/connection/use-live-state.ts";
import { isAllowed } from "#lib/session/extra-time.ts";
import { usePersonalSettings } from "./personal-settings.ts";

/** Asks for the time that is kept on the device, in every quiz that allows it, as soon as no question is open. */
export function useExtraTime(): void {
  const { api, pin, store, platform } = useLive();
  const { extraTime } = usePersonalSettings();
  const rule = useView((view) => view?.settings.extraTime ?? "off");
  const running = useView((view) => view?.phase.name === "question" || view?.phase.name === "paused");
  const you = useYou();
  const has = you?.extraTime ?? null;
  const wanted = rule !== "off" && isAllowed(extraTime, rule) ? extraTime : null;
  const due = you !== null && !running && rule !== "off" && wanted !== has;
  useEffect(() => {
    if (!due) return;
    const requestedAtMs = platform.clock.now();
    api
      .setExtraTime(pin() ?? "", wanted)
      .then((reply) => {
        if (reply.ok) store.youFetched(reply.value, requestedAtMs);
      })
      .catch(() => {}); // asked for again after the next question
  }, [due, wanted, api, pin, store, platform]);
}
