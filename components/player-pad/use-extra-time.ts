"use client";

import { useEffect } from "react";
import { useLive } from "#lib/client/live-provider.tsx";
import { useView, useYou } from "#lib/client/use-live-state.ts";
import { isAllowed } from "#lib/session/extra-time.ts";
import { usePersonalSettings } from "./personal-settings.ts";

/** Asks for the time that is kept on the device, in every quiz that allows it, as soon as no question is open. */
export function useExtraTime(): void {
  const { pin, store, platform } = useLive();
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
    fetch(`/api/v1/pins/${pin()}/me`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ extraTime: wanted }),
    })
      .then(async (response) => {
        if (response.ok) store.youFetched(await response.json(), requestedAtMs);
      })
      .catch(() => {}); // asked for again after the next question
  }, [due, wanted, pin, store, platform]);
}
