import { MEDIA_FORMATS, type MediaFacts } from "../../quiz/media/media-id.ts";
import { type MediaStore, PIECE_BYTES } from "../../quiz/media/media-store.ts";
import type { Asking } from "../actor.ts";

/** A year: a name never gets other bytes. */
const FOR_EVER = "public, max-age=31536000, immutable";
/** Of a file that stands in for a smaller one. */
const PASSING = "no-store";

/**
 * A stored file as a reply: the whole of it, or the one range that was asked for (RFC 9110, section 14), which films and
 * sounds need for jumping. It is sent piece by piece. The type is the one that was found in the bytes; security-headers.ts makes the
 * file inert even if somebody opens it as a page.
 */
export function mediaFile(
  media: Pick<MediaStore, "piece">,
  request: Asking,
  { id, size, facts, passing = false }: SentFile,
): Response {
  const etag = `"${id}"`;
  const headers = new Headers({
    "content-type": facts.contentType,
    "cache-control": passing ? PASSING : FOR_EVER,
    "content-disposition": "inline",
    "cross-origin-resource-policy": "same-origin",
    "accept-ranges": "bytes",
    etag,
  });
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  const unchanged = request.headers.get("if-range");
  const range =
    unchanged === null || unchanged === etag ? readRange(request.headers.get("range"), size) : undefined;
  if (range === null) {
    headers.set("content-range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range ?? { from: 0, to: size };
  headers.set("content-length", String(to - from));
  if (range) headers.set("content-range", `bytes ${from}-${to - 1}/${size}`);
  const body = request.method === "HEAD" ? null : streamed(media, id, from, to);
  return new Response(body, { status: range ? 206 : 200, headers });
}

interface SentFile {
  id: string;
  size: number;
  facts: Pick<MediaFacts, "contentType">;
  /** The next time there may be a better one at this address. */
  passing?: boolean;
}

/** A picture made narrower, which is in memory. */
export function narrowFile(request: Asking, name: string, bytes: Uint8Array): Response {
  const piece = async (_: string, index: number) =>
    bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
  return mediaFile({ piece }, request, { id: name, size: bytes.byteLength, facts: MEDIA_FORMATS.webp });
}

/** Half open; undefined where the whole file is meant, null where nothing of it is. Several ranges get the whole. */
export function readRange(
  header: string | null,
  size: number,
): { from: number; to: number } | null | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
  return from < to ? { from, to } : null;
}

function streamed(media: Pick<MediaStore, "piece">, id: string, from: number, to: number): ReadableStream {
  let at = from;
  return new ReadableStream({
    async pull(controller) {
      const piece = await media.piece(id, Math.floor(at / PIECE_BYTES));
      const start = at % PIECE_BYTES;
      const part = piece.subarray(start, start + (to - at));
      controller.enqueue(part);
      at += part.byteLength;
      if (at >= to || part.byteLength === 0) controller.close();
    },
  });
}
