import type { Refusal } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import type { ImageEnding } from "./media-id.ts";

/** The port of what is done to pictures. */
export interface PictureMaker {
  /**
   * The picture as it is stored: upright, and nothing in it but what is seen. Its format may be another than it came in.
   */
  stored(bytes: Uint8Array, ending: ImageEnding): Promise<Result<StoredPicture, Refusal>>;
  /** The still picture as a WebP this wide; null where the file itself serves as well, "busy" if that cannot be made now. */
  narrow(file: () => Promise<Uint8Array>, width: PictureWidth): Promise<Uint8Array | null | "busy">;
}

export interface StoredPicture {
  ending: ImageEnding;
  bytes: Uint8Array;
  size: { width: number; height: number };
}

/**
 * How wide pictures are made for screens, in pixels: an option on a phone; a question on a phone, or an option on the big screen; a question on
 * the big screen. Few, so that everybody asks for the same ones.
 */
export const PICTURE_WIDTHS = [480, 960, 1920] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];
