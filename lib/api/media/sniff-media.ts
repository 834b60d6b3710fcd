import { isUtf8 } from "node:buffer";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { MediaEnding } from "../../quiz/media/media-id.ts";

/** The type of a file by its bytes, not by its name or header; a refusal if screens cannot show it safely. */
export function sniffMedia(bytes: Uint8Array): Result<MediaEnding, Refusal> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  const ending = SIGNS.find(([, test]) => test(head))?.[0];
  if (!ending) return refuse("unsupported_media", whyNot(head));
  if (ending === "vtt" && !isUtf8(bytes))
    return refuse("unsupported_media", "Captions must be saved as UTF-8. Save them again and retry.");
  return ok(ending);
}

function whyNot(head: Buffer): string {
  if (/^\s*<(\?xml|svg|!doctype svg)/i.test(head.toString("latin1")))
    return "SVG drawings can carry scripts. Save it as PNG or WebP and try again.";
  const found = brands(head);
  if (found.some((brand) => HEIC.test(brand)))
    return "This is a HEIC picture, which most browsers cannot show. Open it and save it as JPEG: on a Mac in Preview (File, Export), on Windows in Photos (Save as). On an iPhone, Settings, Camera, Formats, Most Compatible makes new pictures JPEG.";
  if (found.includes("avis"))
    return "Animated AVIF cannot be stored. Save it as an animated WebP or GIF, or as an MP4 film.";
  if (found.includes("qt  "))
    return "This is a QuickTime film, which most browsers cannot play. Save it as MP4.";
  return "This is not a PNG, JPEG, GIF, WebP, AVIF, MP3, M4A, Ogg, WAV, MP4, WebM or WebVTT file.";
}

const HEAD_BYTES = 512;

const at = (head: Buffer, offset: number, text: string) =>
  head.toString("latin1", offset, offset + text.length) === text;
/** Perhaps behind a byte order mark; a space, a line or nothing follows (WebVTT, section 4.1). */
const captions = (head: Buffer) => /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/.test(head.toString("latin1"));
/** The brand of an ISO media file, then those it is compatible with (ISO/IEC 14496-12, section 4.3). */
function brands(head: Buffer): string[] {
  if (!at(head, 4, "ftyp")) return [];
  const list = head.toString("latin1", 16, Math.min(head.readUInt32BE(0), HEAD_BYTES));
  return [head.toString("latin1", 8, 12), ...(list.match(/.{4}/gs) ?? [])];
}
const brand = (head: Buffer) => brands(head)[0] ?? "";
/** HEIF with HEVC inside; `mif1` is any HEIF, told by the brands behind it. */
const HEIC = /^(hei[cxms]|hev[cxms])$/;
const isAvif = (head: Buffer) => {
  const [first = "", ...others] = brands(head);
  return first === "avif" || (/^mi[fa]1$/.test(first) && others.includes("avif"));
};

/** The first bytes of each format, as its standard gives them. */
const SIGNS: readonly [MediaEnding, (head: Buffer) => boolean][] = [
  ["png", (head) => at(head, 0, "\x89PNG\r\n\x1a\n")],
  ["jpg", (head) => at(head, 0, "\xff\xd8\xff")],
  ["gif", (head) => at(head, 0, "GIF87a") || at(head, 0, "GIF89a")],
  ["webp", (head) => at(head, 0, "RIFF") && at(head, 8, "WEBP")],
  ["avif", isAvif],
  ["m4a", (head) => /^M4[AB] $/.test(brand(head))],
  ["mp4", (head) => /^(isom|iso\d|mp4\d|avc1|dash|M4V |MSNV|mmp4)$/.test(brand(head))],
  ["webm", (head) => at(head, 0, "\x1a\x45\xdf\xa3") && head.includes("webm")],
  ["ogg", (head) => at(head, 0, "OggS")],
  ["vtt", captions],
  ["wav", (head) => at(head, 0, "RIFF") && at(head, 8, "WAVE")],
  // An ID3 tag, or at once a frame: eleven set bits, then layer III.
  ["mp3", (head) => at(head, 0, "ID3") || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)],
];
