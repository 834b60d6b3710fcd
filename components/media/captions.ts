import type { PublicMedia } from "#lib/quiz/public-shapes.ts";
import { mediaUrl } from "./media-url.ts";

/** A film's captions as tracks: those in the reader's language are shown, otherwise the first. */
export function captionTracks({ captions = [] }: PublicMedia, locale: string) {
  const own = captions.findIndex(({ language }) => language.split("-")[0] === locale);
  return captions.map(({ id, language }, place) => ({
    url: mediaUrl(id),
    language,
    label: new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language,
    shown: place === Math.max(0, own),
  }));
}
