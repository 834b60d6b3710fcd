"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { wantsStillness } from "#components/ui/page/stillness.ts";
import { useView } from "#lib/client/connection/use-live-state.ts";

const TIPS = ["open", "quick", "back"] as const;
/** Where there are no points to win or to lose. */
const SURVEY_TIPS = ["open"] as const;
const SHOWN_MS = 6_000;

/** Something to read while the room fills: one hint after the other, or the first alone for who wants no motion. */
export function LobbyTips() {
  const t = useTranslations("player.lobby.tip");
  const tips = useView((view) => (view?.settings.mode === "survey" ? SURVEY_TIPS : TIPS));
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (wantsStillness()) return;
    const timer = setInterval(() => setShown((tip) => (tip + 1) % tips.length), SHOWN_MS);
    return () => clearInterval(timer);
  }, [tips]);
  return (
    <p
      key={shown}
      className="flex min-h-14 animate-fade items-center justify-center text-balance pt-2 text-center text-ink-muted text-sm"
    >
      {t(tips[shown] ?? "open")}
    </p>
  );
}
