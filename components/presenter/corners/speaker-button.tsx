"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Sound } from "#components/sound/use-sound.ts";

type SpeakerButtonProps = { sound: Sound; onPress: () => void };

/** In the lobby, where there is time to find out whether the room hears anything. A click on it is what browsers wait for. */
export function SpeakerButton({ sound: { choice, refused }, onPress }: SpeakerButtonProps) {
  const t = useTranslations("sound");
  const on = choice.on && !refused;
  const Icon = on ? Volume2 : VolumeX;
  return (
    <button
      type="button"
      aria-pressed={choice.on}
      onClick={(event) => {
        // Space is the key of the next step here.
        if (event.detail > 0) event.currentTarget.blur();
        onPress();
      }}
      className="flex min-h-11 min-w-11 cursor-pointer items-center justify-center gap-[0.5em] rounded-full px-[0.7em] text-[calc(var(--u)*1.5)] text-ink-muted transition-colors hover:bg-ink/8 hover:text-ink"
    >
      <Icon aria-hidden="true" className={on ? "size-[1.5em] text-accent-ink" : "size-[1.5em]"} />
      <span className="reads:sr-only">{t("button")}</span>
    </button>
  );
}
