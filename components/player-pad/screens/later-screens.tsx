"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { later, useLater } from "#components/ui/page/later.ts";
import { fetchUsualKinds } from "../kinds/kinds.tsx";
import { PadShell } from "../pad-shell.tsx";
import { Waiting } from "../waiting.tsx";

/** Screens that are not needed before the first question. They load while the room fills, so that no screen waits for them. */

const reveal = later(() => import("./reveal-phase.tsx"));
const standings = later(() => import("./standings-screen.tsx"));
const podium = later(() => import("./podium-phase.tsx"));
const ended = later(() => import("./ended-screen.tsx"));
const closed = later(() => import("./closed-screen.tsx"));
const leave = later(() => import("../leave-guard.tsx"));

type Loaded<T extends { fetch(): Promise<unknown> }> = Awaited<ReturnType<T["fetch"]>>;

export function RevealPhase(props: ComponentProps<Loaded<typeof reveal>["RevealPhase"]>) {
  const part = useLater(reveal);
  return part ? <part.RevealPhase {...props} /> : <OneMoment />;
}

export function StandingsScreen(props: ComponentProps<Loaded<typeof standings>["StandingsScreen"]>) {
  const part = useLater(standings);
  return part && <part.StandingsScreen {...props} />;
}

export function PodiumPhase(props: ComponentProps<Loaded<typeof podium>["PodiumPhase"]>) {
  const part = useLater(podium);
  return part && <part.PodiumPhase {...props} />;
}

export function EndedScreen(props: ComponentProps<Loaded<typeof ended>["EndedScreen"]>) {
  const part = useLater(ended);
  return part && <part.EndedScreen {...props} />;
}

export function ClosedScreen(props: ComponentProps<Loaded<typeof closed>["ClosedScreen"]>) {
  const part = useLater(closed);
  return part ? <part.ClosedScreen {...props} /> : <OneMoment />;
}

export function LeaveGuard(props: ComponentProps<Loaded<typeof leave>["LeaveGuard"]>) {
  const part = useLater(leave);
  return part && <part.LeaveGuard {...props} />;
}

/** Runs once the page is idle. Returns a function that cancels it. */
export function fetchLaterScreens(): () => void {
  const fetchAll = () => {
    for (const part of [reveal, standings, podium, ended, closed]) void part.fetch();
    fetchUsualKinds();
  };
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(fetchAll, 1_000);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(fetchAll, { timeout: 3_000 });
  return () => cancelIdleCallback(request);
}

function OneMoment() {
  const t = useTranslations("player.seat");
  return (
    <PadShell body="center">
      <Waiting words={t("moment")} />
    </PadShell>
  );
}
