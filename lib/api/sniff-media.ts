import { isUtf8 } from "node:buffer";
import { imageSize } from "image-size";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { FORMATS, IMAGE_MAX_SIDE, type MediaEnding } from "../quiz/media/media-id.ts";

export interface SniffedMedia {
  ending: MediaEnding;
  /** Of pictures, as they stand once turned as their camera said. */
  size?: { width: number; height: number };
}

/** What these bytes are, whatever their name or header says; a refusal if screens cannot show it safely. */
export function sniffMedia(bytes: Uint8Array): Result<SniffedMedia, Refusal> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  const ending = SIGNS.find(([, test]) => test(head))?.[0];
  if (!ending) {
    return refuse(
      "unsupported_media",
      /^\s*<(\?xml|svg|!doctype svg)/i.test(head.toString("latin1"))
        ? "SVG drawings can carry scripts. Save it as PNG or WebP and try again."
        : "This is none of PNG, JPEG, GIF, WebP, AVIF, MP3, M4A, Ogg, WAV, MP4, WebM or WebVTT.",
    );
  }
  if (ending === "vtt" && !isUtf8(bytes))
    return refuse("unsupported_media", "Captions must be written in UTF-8. Save them so and try again.");
  if (FORMATS[ending].type !== "image") return ok({ ending });
  const size = measure(bytes);
  if (!size) return refuse("unsupported_media", "This picture is damaged: it has no size.");
  if (Math.max(size.width, size.height) > IMAGE_MAX_SIDE)
    return refuse("unsupported_media", `A picture can be at most ${IMAGE_MAX_SIDE} pixels wide or high.`);
  return ok({ ending, size });
}

const HEAD_BYTES = 512;

const at = (head: Buffer, offset: number, text: string) =>
  head.toString("latin1", offset, offset + text.length) === text;
/** Perhaps behind a byte order mark; a space, a line or nothing follows (WebVTT, section 4.1). */
const captions = (head: Buffer) => /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(head.toString("latin1"));
const brand = (head: Buffer) => (at(head, 4, "ftyp") ? head.toString("latin1", 8, 12) : "");

/** The first bytes of each format, as its standard gives them. */
const SIGNS: readonly [MediaEnding, (head: Buffer) => boolean][] = [
  ["png", (head) => at(head, 0, "\x89PNG\r\n\x1a\n")],
  ["jpg", (head) => at(head, 0, "\xff\xd8\xff")],
  ["gif", (head) => at(head, 0, "GIF87a") || at(head, 0, "GIF89a")],
  ["webp", (head) => at(head, 0, "RIFF") && at(head, 8, "WEBP")],
  ["avif", (head) => /^avi[fs]$/.test(brand(head))],
  ["m4a", (head) => /^M4[AB] $/.test(brand(head))],
  ["mp4", (head) => /^(isom|iso\d|mp4\d|avc1|dash|M4V |MSNV|mmp4)$/.test(brand(head))],
  ["webm", (head) => at(head, 0, "\x1a\x45\xdf\xa3") && head.includes("webm")],
  ["ogg", (head) => at(head, 0, "OggS")],
  ["vtt", captions],
  ["wav", (head) => at(head, 0, "RIFF") && at(head, 8, "WAVE")],
  // An ID3 tag, or at once a frame: eleven set bits, then layer III.
  ["mp3", (head) => at(head, 0, "ID3") || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)],
];

/** From the fifth on, an EXIF orientation lays the picture on its side. */
const LYING = 5;

function measure(bytes: Uint8Array): SniffedMedia["size"] | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0)) return null;
    return orientation >= LYING ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
