import { AudioLines, ChevronDown, Clapperboard } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { captionTracks } from "#components/media/captions.ts";
import { mediaUrl, ON_PHONES } from "#components/media/media-url.ts";
import { useWritten } from "#components/rich-text/quiz-language.ts";
import { Picture } from "#components/ui/picture.tsx";
import type { PublicMedia } from "#lib/quiz/public-shapes.ts";

/** The media of the question. A picture is here too; sound and film play on the big screen, unless the host wants both. */
export function PromptMedia({ media, small = false }: { media: PublicMedia; small?: boolean }) {
  const written = useWritten();
  const { id, type, alt, width = 4, height = 3, transcript } = media;
  if (type === "image") {
    return (
      <Picture
        src={mediaUrl(id, ON_PHONES.question)}
        alt={alt}
        lang={written(alt).lang}
        width={width}
        height={height}
        className={`w-auto justify-self-center rounded-xl ${small ? "max-h-[22dvh]" : "max-h-[32dvh] [@media(max-height:700px)]:max-h-[24dvh]"}`}
      />
    );
  }
  return (
    <div className="grid gap-1.5">
      {media.onPhones ? <Player media={media} /> : <ElsewhereNote media={media} />}
      {transcript && <Transcript text={transcript} />}
    </div>
  );
}

function Player({ media }: { media: PublicMedia }) {
  const t = useTranslations("player.media");
  const locale = useLocale();
  const { id, type, alt } = media;
  if (type === "audio")
    return (
      // biome-ignore lint/a11y/useMediaCaption: its words stand below it
      <audio
        src={mediaUrl(id)}
        controls
        preload="metadata"
        aria-label={alt || t("sound")}
        className="w-full"
      />
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: as many as the host has added
    <video
      src={mediaUrl(id)}
      controls
      playsInline
      preload="metadata"
      aria-label={alt || t("film")}
      className="aspect-video max-h-[34dvh] w-full rounded-xl bg-black object-contain"
    >
      {captionTracks(media, locale).map(({ url, language, label, shown }) => (
        <track key={language} kind="captions" src={url} srcLang={language} label={label} default={shown} />
      ))}
    </video>
  );
}

function ElsewhereNote({ media: { type, alt } }: { media: PublicMedia }) {
  const t = useTranslations("player.media");
  const written = useWritten();
  const Icon = type === "audio" ? AudioLines : Clapperboard;
  return (
    <p className="flex items-center gap-3 rounded-xl bg-surface-sunken px-4 py-3 text-ink-muted">
      <Icon aria-hidden="true" className="size-5 shrink-0" />
      <span className="min-w-0 break-words text-sm">
        <span className="font-semibold text-ink">{t(type === "audio" ? "listen" : "watch")}</span>
        {alt && (
          <span {...written(alt)} className="block">
            {alt}
          </span>
        )}
      </span>
    </p>
  );
}

function Transcript({ text }: { text: string }) {
  const t = useTranslations("player.media");
  const written = useWritten();
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 font-semibold text-sm [&::-webkit-details-marker]:hidden">
        <span>{t("transcript")}</span>
        <ChevronDown aria-hidden="true" className="size-4.5 text-ink-muted group-open:rotate-180" />
      </summary>
      <p {...written(text)} className="whitespace-pre-line break-words px-4 pb-2 text-pretty">
        {text}
      </p>
    </details>
  );
}
