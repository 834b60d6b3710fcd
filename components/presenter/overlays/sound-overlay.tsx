"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { Sound } from "#components/sound/use-sound.ts";
import { PARTS } from "#components/sound/volumes.ts";
import { OverlaySheet } from "./overlay-sheet.tsx";

/** A volume for everything that sounds. */
export function SoundOverlay({ sound: { choice, setVolumes } }: { sound: Sound }) {
  const t = useTranslations("sound");
  const format = useFormatter();
  return (
    <OverlaySheet
      label={t("title")}
      className="grid content-center-safe justify-center gap-[calc(var(--u)*2.2)] p-[calc(var(--u)*3)]"
    >
      <div className="grid gap-[0.3em]">
        <h2 className="display text-[calc(var(--u)*4.2)]">{t("title")}</h2>
        <p role="status" className="text-[calc(var(--u)*1.7)] text-ink-muted">
          {choice.on ? t("on") : t("off")}
        </p>
      </div>
      <div className="grid w-[min(calc(var(--u)*60),84vw)] gap-[calc(var(--u)*0.6)] text-[calc(var(--u)*1.8)]">
        {PARTS.map((part) => (
          <label key={part} className="grid grid-cols-[38%_1fr_3.4em] items-center gap-[0.8em]">
            <span>{t(`parts.${part}`)}</span>
            <input
              type="range"
              min={0}
              max={1}
              step={0.05}
              value={choice.volumes[part]}
              onChange={(event) => setVolumes({ ...choice.volumes, [part]: Number(event.target.value) })}
              className="min-h-11 w-full cursor-pointer accent-accent"
            />
            <output className="numerals text-end text-ink-muted">
              {format.number(choice.volumes[part], { style: "percent" })}
            </output>
          </label>
        ))}
      </div>
    </OverlaySheet>
  );
}
