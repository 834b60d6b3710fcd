"use client";

import { Flame } from "lucide-react";
import { useTranslations } from "next-intl";
import { AnimatedNumber } from "#components/ui/animated-number.tsx";
import { Avatar } from "#components/ui/player/avatar.tsx";
import type { LiveRank } from "#lib/client/board/live-rank.ts";
import type { You } from "#lib/session/players/you.ts";
import { SettingsButton } from "./settings/settings-button.tsx";
import { useWording } from "./use-wording.ts";

type ScoreStripProps = { you: You; rank: LiveRank | null; players: number; earning: boolean };

/** The player's name, score and rank; the same line at the foot of every screen. */
export function ScoreStrip({
  you: { name, avatar, score, streak },
  rank,
  players,
  earning,
}: ScoreStripProps) {
  const { t, ordinal } = useWording();
  const own = useTranslations("own");
  return (
    <div className="@container flex min-h-12 items-center gap-3 border-line border-t pt-2.5">
      <Avatar name={name} avatar={avatar} className="text-base" />
      <span className="flex min-w-0 flex-1 font-semibold">
        <span translate="no" dir="auto" className="min-w-0 truncate">
          {name}
        </span>
      </span>
      {streak > 1 && (
        <span className="flex shrink-0 items-center gap-0.5 font-semibold text-sm @max-[20rem]:sr-only">
          <Flame aria-hidden="true" className="size-4.5 text-accent-ink" />
          <span aria-hidden="true">{streak}</span>
          <span className="sr-only">{own("streak", { streak })}</span>
        </span>
      )}
      {rank !== null && players > 1 && score > 0 && (
        <span
          key={`${rank.rank} ${rank.exact}`}
          className="numerals shrink-0 text-ink-muted text-sm @max-[16rem]:sr-only"
        >
          <span>{rank.exact ? ordinal(rank.rank) : t("place.about", { place: ordinal(rank.rank) })}</span>
          <span className="sr-only"> {t("podium.rankOf", { players })}</span>
        </span>
      )}
      <span className="display min-w-[3em] shrink-0 text-end text-xl">
        {earning && <AnimatedNumber value={score} />}
        {earning && <span className="sr-only"> {t("pointsAfter", { points: score })}</span>}
      </span>
      <SettingsButton className="-me-2" />
    </div>
  );
}
