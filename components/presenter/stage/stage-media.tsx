"use client";

import { AudioLines, Pause, Play } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { captionTracks } from "#components/media/captions.ts";
import { mediaUrl, ON_STAGE } from "#components/media/media-url.ts";
import { useWritten } from "#components/rich-text/quiz-language.ts";
import { Written } from "#components/rich-text/written.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Picture } from "#components/ui/picture.tsx";
import type { PublicMedia } from "#lib/quiz/public-shapes.ts";
import { useStagePlayer } from "./stage-player.ts";

type StageMediaProps = {
  media: PublicMedia;
  /** The highest it may be, in stage units. */
  units: number;
  paused?: boolean;
};

/** The question's picture, sound or film, as large as its place on the stage allows. */
export function StageMedia({ media, units, paused = false }: StageMediaProps) {
  const written = useWritten();
  const height = `calc(var(--u) * ${units} * var(--fit, 1))`;
  if (media.type !== "image") return <StagePlayer media={media} height={height} paused={paused} />;
  const { id, alt, width = 4, height: high = 3 } = media;
  return (
    <span
      className="block max-w-full animate-fade text-[calc(var(--u)*2)]"
      style={{ width: `calc(${height} * ${width / high})` }}
    >
      <Picture
        src={mediaUrl(id, ON_STAGE.question)}
        alt={alt}
        lang={written(alt).lang}
        width={width}
        height={high}
        className="h-auto w-full rounded-[calc(var(--u)*1.4)] shadow-card"
      />
    </span>
  );
}

/** Long ones scroll: the answers keep their place. */
const TRANSCRIPT =
  "mb-[calc(var(--u)*1.2)] block max-h-[calc(var(--u)*16*var(--fit,1))] max-w-[34em] overflow-y-auto whitespace-pre-line break-words text-[calc(var(--u)*1.8)] leading-snug";

type StagePlayerProps = { media: PublicMedia; height: string; paused: boolean };

function StagePlayer({ media, height, paused }: StagePlayerProps) {
  const t = useTranslations("screen.media");
  const { id, type, alt } = media;
  const captions = captionTracks(media, useLocale());
  const { slot, state, toggle } = useStagePlayer(
    type === "audio" ? "audio" : "video",
    mediaUrl(id),
    paused,
    captions,
  );
  const [reading, setReading] = useState(false);
  const film = type === "video";
  const Icon = state === "playing" ? Pause : Play;
  return (
    <figure
      aria-label={alt || t(film ? "film" : "sound")}
      className={classNames(
        "relative grid animate-fade place-items-center overflow-hidden rounded-[calc(var(--u)*1.4)]",
        film ? "aspect-video max-w-full bg-black shadow-card" : "bg-surface-raised shadow-card",
      )}
      style={
        film ? { width: `calc(${height} * 16 / 9)` } : { padding: "calc(var(--u)*2.4) calc(var(--u)*3)" }
      }
    >
      <div ref={slot} className="contents *:size-full *:object-contain" />
      {reading && <Written text={media.transcript} className={TRANSCRIPT} />}
      {!film && !reading && (
        <AudioLines
          aria-hidden="true"
          className={classNames(
            "mb-[calc(var(--u)*1.2)] size-[calc(var(--u)*10*var(--fit,1))] text-accent-ink",
            state === "playing" && "animate-pulse",
          )}
        />
      )}
      <button
        type="button"
        onClick={toggle}
        className={classNames(
          "display flex items-center gap-[0.5em] rounded-full px-[0.9em] py-[0.45em] text-[calc(var(--u)*1.8)]",
          state === "refused" ? "bg-accent text-on-accent" : "bg-ink/12 text-ink hover:bg-ink/20",
          film && "absolute bottom-[calc(var(--u)*1.4)]",
          film &&
            state !== "refused" &&
            "bg-black/60! text-white! opacity-0 hover:opacity-100 focus-visible:opacity-100",
        )}
      >
        <Icon aria-hidden="true" className="size-[1em]" fill="currentColor" />
        <span>{t(state === "playing" ? "pause" : film ? "playFilm" : "playSound")}</span>
      </button>
      {!film && media.transcript && (
        <button
          type="button"
          aria-expanded={reading}
          onClick={() => setReading(!reading)}
          className="mt-[calc(var(--u)*0.8)] rounded-full px-[0.9em] py-[0.45em] text-[calc(var(--u)*1.5)] text-ink-muted hover:bg-ink/12 hover:text-ink"
        >
          {t(reading ? "hideWords" : "showWords")}
        </button>
      )}
    </figure>
  );
}
