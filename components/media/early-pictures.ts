import { useEffect, useRef } from "react";
import type { View } from "#lib/session/reports/view.ts";
import { mediaUrl, type Widths } from "./media-url.ts";

/** Loads pictures before they are shown, so that none is still under way when the clock runs. */
export function useEarlyPictures(view: View | null, widths: Widths): void {
  const wanted = view ? earlyPictures(view, widths).join(" ") : "";
  const held = useRef<HTMLImageElement[]>([]);
  useEffect(() => {
    held.current = wanted.split(" ").flatMap((url) => {
      if (url === "") return [];
      const picture = new Image();
      picture.src = url;
      return picture;
    });
  }, [wanted]);
}

/** Of the next question, or of this one, whose options may be shown only later; the question's own before its options. */
export function earlyPictures({ question, next }: Pick<View, "question" | "next">, widths: Widths): string[] {
  const { media, options } = next ?? {
    media: question?.media?.type === "image" ? question.media.id : undefined,
    options: question?.options.flatMap(({ image }) => image?.id ?? []) ?? [],
  };
  return [
    ...(media ? [mediaUrl(media, widths.question)] : []),
    ...options.map((id) => mediaUrl(id, widths.option)),
  ];
}
