import { AudioLines, Clapperboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { mediaUrl } from "#components/media/media-url.ts";
import { useWritten } from "#components/rich-text/quiz-language.ts";
import { Picture } from "#components/ui/picture.tsx";
import type { PublicMediaView } from "#lib/session/view.ts";

/** What belongs to the question. A picture is here too; sound and film play on the big screen, unless the host wants both. */
export function PromptMedia({ media, small = false }: { media: PublicMediaView; small?: boolean }) {
  const t = useTranslations("player.media");
  const written = useWritten();
  const { id, type, alt, width = 4, height = 3, onPhones } = media;
  if (type === "image") {
    return (
      <Picture
        src={mediaUrl(id)}
        alt={alt}
        lang={written(alt).lang}
        width={width}
        height={height}
        className={`w-auto justify-self-center rounded-xl ${small ? "max-h-[22dvh]" : "max-h-[32dvh] [@media(max-height:700px)]:max-h-[24dvh]"}`}
      />
    );
  }
  if (!onPhones) {
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
  return type === "audio" ? (
    // biome-ignore lint/a11y/useMediaCaption: the host's words stand in for captions
    <audio src={mediaUrl(id)} controls preload="metadata" aria-label={alt || t("sound")} className="w-full" />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: the host's words stand in for captions
    <video
      src={mediaUrl(id)}
      controls
      playsInline
      preload="metadata"
      aria-label={alt || t("film")}
      className="aspect-video max-h-[34dvh] w-full rounded-xl bg-black object-contain"
    />
  );
}
