"use client";

import { ImageOff } from "lucide-react";
import { useState } from "react";
import { classNames } from "./class-names.ts";

type PictureProps = {
  src: string;
  /** The description. Empty where the text beside it says the same. */
  alt: string;
  /** Of `alt`, where it is not the page's. */
  lang?: string | undefined;
  width: number;
  height: number;
  /** Of its box; the picture fits inside. */
  className?: string;
  /** The picture could not be loaded: where that matters to more than its own box. */
  onBroken?: () => void;
};

/** A picture that keeps its place while it loads, and leaves its words there when it cannot. */
export function Picture({ src, alt, lang, width, height, className, onBroken }: PictureProps) {
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null);
  if (brokenSrc === src) {
    return (
      <span
        style={{ aspectRatio: `${width} / ${height}` }}
        className={classNames(
          "grid min-h-0 w-full place-content-center justify-items-center gap-[0.4em] overflow-hidden bg-surface-sunken p-[0.8em] text-center text-ink-muted",
          className,
        )}
      >
        <ImageOff aria-hidden="true" className="size-[1.2em]" />
        <span lang={lang} dir="auto" className="text-pretty break-words leading-snug">
          {alt}
        </span>
      </span>
    );
  }
  return (
    // biome-ignore lint/performance/noImgElement: hosts' own files, already of the right size, kept for ever by browsers
    <img
      src={src}
      alt={alt}
      lang={lang}
      width={width}
      height={height}
      decoding="async"
      draggable={false}
      onError={() => {
        setBrokenSrc(src);
        onBroken?.();
      }}
      className={classNames("object-contain", className)}
    />
  );
}
