import { z } from "zod";
import { MEDIA_MAX_BYTES } from "../../quiz/media/media-id.ts";
import { PICTURE_WIDTHS, type PictureWidth } from "../../quiz/media/picture-maker.ts";
import { operation } from "../operation.ts";
import { storedMediaSchema } from "../reply-schemas.ts";

export const mediaOperations = {
  storeMedia: operation({
    id: "storeMedia",
    method: "POST",
    path: "/media",
    auth: "host",
    summary: "Store a picture, sound or film",
    description:
      "The body is the file as it is. PNG, JPEG, GIF, WebP and AVIF up to 8 MB; MP3, M4A, Ogg and WAV up to 15 MB; MP4 and WebM up to 40 MB; captions as WebVTT up to 512 KB. A picture is stored upright, at most 3,840 pixels a side, and without what its camera wrote into it, such as the place; a still AVIF is stored as WebP. A film or sound in MP4 or M4A loses the same. What the bytes are decides, not the header. Then name the `id` in a question's `media`, its `captions`, or an option's `image`.",
    creates: true,
    upload: true,
    bodyMaxBytes: Math.max(...Object.values(MEDIA_MAX_BYTES)),
    reply: { status: 201, description: "It is stored.", schema: storedMediaSchema },
    refusals: ["unsupported_media", "media_full", "unavailable"],
  }),
  getMedia: operation({
    id: "getMedia",
    method: "GET",
    path: "/media/{id}",
    auth: "none",
    summary: "Load a picture, sound or film",
    description:
      "Never changes, so keep it as long as you like. Takes one `Range` of bytes. `width` asks for a still picture as a WebP of at most that width, as screens load it; where that would be no smaller, the file itself comes.",
    query: z.object({
      width: z
        .enum(PICTURE_WIDTHS.map(String))
        .transform((width) => Number(width) as PictureWidth)
        .optional()
        .describe("In pixels."),
    }),
    reply: { status: 200, description: "The file.", file: true },
    refusals: ["media_not_found"],
  }),
} as const;
