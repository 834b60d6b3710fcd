/**
 * A medium's name says what it is: `k3f…-1200x800.webp` is a picture of that size, `k3f….mp3` a sound. So a quiz, its
 * frozen copies and every screen know type and measures from the name alone, and nothing moves when a picture arrives.
 */
export function mediaFacts(id: string): MediaFacts | null {
  const [, width, height, ending] = NAME.exec(id) ?? [];
  const format = MEDIA_FORMATS[ending as MediaEnding];
  if (!format || (format.type === "image") !== (width !== undefined)) return null;
  return { ...format, ...(width ? { width: Number(width), height: Number(height) } : {}) };
}

export type MediaType = "image" | "audio" | "video" | "captions";
export type MediaEnding = keyof typeof MEDIA_FORMATS;
export type ImageEnding = {
  [E in MediaEnding]: (typeof MEDIA_FORMATS)[E]["type"] extends "image" ? E : never;
}[MediaEnding];

export interface MediaFacts {
  type: MediaType;
  contentType: string;
  /** Of pictures. */
  width?: number;
  height?: number;
}

/** The formats that are stored and sent; none that could hold a script, such as SVG. */
export const MEDIA_FORMATS = {
  png: { type: "image", contentType: "image/png" },
  jpg: { type: "image", contentType: "image/jpeg" },
  gif: { type: "image", contentType: "image/gif" },
  webp: { type: "image", contentType: "image/webp" },
  avif: { type: "image", contentType: "image/avif" },
  mp3: { type: "audio", contentType: "audio/mpeg" },
  m4a: { type: "audio", contentType: "audio/mp4" },
  ogg: { type: "audio", contentType: "audio/ogg" },
  wav: { type: "audio", contentType: "audio/wav" },
  mp4: { type: "video", contentType: "video/mp4" },
  webm: { type: "video", contentType: "video/webm" },
  vtt: { type: "captions", contentType: "text/vtt; charset=utf-8" },
} as const satisfies Record<string, { type: MediaType; contentType: string }>;

const MEGABYTE = 1024 * 1024;

/** A phone loads a picture over a mobile network, the big screen a film over the room's. */
export const MEDIA_MAX_BYTES: Record<MediaType, number> = {
  image: 8 * MEGABYTE,
  audio: 15 * MEGABYTE,
  video: 40 * MEGABYTE,
  captions: MEGABYTE / 2,
};

/** For all media of one account together. */
export const ACCOUNT_MAX_BYTES = 1024 * MEGABYTE;

/** Measures beyond this are a decompression bomb rather than a picture. */
export const IMAGE_MAX_SIDE = 12_000;
/** The size of the largest phone cameras, 48 megapixels, and all frames of a moving picture together. */
export const IMAGE_MAX_PIXELS = 50_000_000;

export function mediaName(
  key: string,
  ending: MediaEnding,
  size?: { width: number; height: number },
): string {
  return size ? `${key}-${size.width}x${size.height}.${ending}` : `${key}.${ending}`;
}

const NAME = /^[0-9a-z]{20}(?:-([1-9]\d{0,4})x([1-9]\d{0,4}))?\.([a-z0-9]{3,4})$/;
