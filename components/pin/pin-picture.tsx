import type { ReactNode } from "react";
import { mediaUrl } from "#components/media/media-url.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Picture } from "#components/ui/picture.tsx";
import type { PictureWidth } from "#lib/quiz/media/picture-maker.ts";
import type { PublicMedia } from "#lib/quiz/public-shapes.ts";

type PinPictureProps = {
  media: PublicMedia;
  /** The width it is loaded at; as stored if not given. */
  pixels?: PictureWidth;
  /** The highest it may be, as a CSS length; it fills its width otherwise. */
  height: string;
  className?: string;
  /** The marks on the picture; their places are percentages of this box. */
  children?: ReactNode;
};

/** A picture in a box of exactly its proportions. */
export function PinPicture({ media, pixels, height, className, children }: PinPictureProps) {
  const { id, alt } = media;
  const [width, high] = measuresOf(media);
  return (
    <div
      className={classNames("relative mx-auto max-w-full", className)}
      style={{ aspectRatio: `${width} / ${high}`, width: `min(100%, calc(${height} * ${width / high}))` }}
    >
      <Picture
        src={mediaUrl(id, pixels)}
        alt={alt}
        width={width}
        height={high}
        className="size-full rounded-[inherit]"
      />
      {children}
    </div>
  );
}

export function measuresOf({ width = 4, height = 3 }: { width?: number; height?: number }): [number, number] {
  return [width, height];
}

/** Puts the middle of something on a place of the picture. */
export function placedAt({ x, y }: { x: number; y: number }) {
  return { left: `${x * 100}%`, top: `${y * 100}%` };
}
