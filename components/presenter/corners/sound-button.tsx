"use client";

import { Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { Sound } from "#components/sound/use-sound.ts";

/** Browsers play nothing on a page that nobody has touched. Any key or click will do; this says so in a corner. */
export function SoundButton({ sound: { allow } }: { sound: Sound }) {
  const t = useTranslations("sound");
  useEffect(() => {
    addEventListener("keydown", allow);
    addEventListener("pointerdown", allow);
    return () => {
      removeEventListener("keydown", allow);
      removeEventListener("pointerdown", allow);
    };
  }, [allow]);
  return (
    <button
      type="button"
      onClick={allow}
      className="fixed end-4 bottom-4 z-40 flex min-h-11 animate-fade items-center gap-2 rounded-full bg-surface-raised px-4 font-semibold text-base text-ink shadow-card"
    >
      <Volume2 aria-hidden="true" className="size-5" />
      <span>{t("allow")}</span>
    </button>
  );
}
