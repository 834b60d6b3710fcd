"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { You } from "#lib/session/players/you.ts";

interface Result {
  title: string;
  you: You;
  rank: number | null;
  players: number;
  judged: number;
  earning: number;
}

/** Draws the result on this device and hands it to the share sheet, or saves it where there is none. */
export function useShareCard({ title, you, rank, players, judged, earning }: Result) {
  const t = useTranslations("own.card");
  const { number } = useFormatter();
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const shares = typeof navigator !== "undefined" && "canShare" in navigator;

  async function share() {
    setWorking(true);
    setFailed(false);
    try {
      const { drawResultCard, handOver } = await import("./result-card.ts");
      const picture = await drawResultCard({
        title,
        name: you.name,
        avatar: you.avatar,
        place:
          rank === null || players < 2 ? "" : t("place", { rank: number(rank), players: number(players) }),
        points: earning === 0 ? "" : t("points", { points: you.score }),
        right: judged === 0 ? "" : t("right", { right: number(you.correctCount), asked: number(judged) }),
      });
      await handOver(picture, title);
    } catch (error) {
      // Closing the share sheet is a change of mind, not a failure.
      if ((error as Error).name !== "AbortError") setFailed(true);
    } finally {
      setWorking(false);
    }
  }
  return { share, shares, working, failed };
}
