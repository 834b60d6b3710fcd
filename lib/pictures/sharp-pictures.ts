import type { Metadata, Sharp, SharpOptions } from "sharp";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { createWorkLine } from "../limits/work-line.ts";
import { bareGif } from "../quiz/media/bare/gif.ts";
import { barePng, pngMoves } from "../quiz/media/bare/png.ts";
import { bareWebp, isLosslessWebp } from "../quiz/media/bare/webp.ts";
import { IMAGE_MAX_PIXELS, IMAGE_MAX_SIDE, type ImageEnding } from "../quiz/media/media-id.ts";
import type { PictureMaker, StoredPicture } from "../quiz/media/picture-maker.ts";

/** The largest screen there is to show it on, 4K. */
const STORED_MAX_SIDE = 3840;
/** JPEG and WebP lose a little each time they are written; at this, nothing that is seen. */
const STORED_QUALITY = 90;
const NARROW_QUALITY = 78;

/**
 * Pictures by sharp, which works on one of Node's pool threads: one at a time, so that a picture of 50 megapixels is never
 * held twice, and files, names and passwords have the other threads. Players' pictures go before hosts' uploads.
 */
const LINE = { atOnce: 1, waitingMax: 60, waitMaxMs: { play: 4_000, upload: 20_000 } } as const;

/**
 * A still picture is drawn anew from its pixels: so it is upright, and what a camera wrote beside them, or hid behind them, is
 * gone. A moving one keeps its frames byte for byte and loses every block that draws nothing.
 */
export function sharpPictures(): PictureMaker {
  const line = createWorkLine(LINE);
  return {
    async stored(bytes, ending) {
      const made = await line.run("upload", () => stored(bytes, ending));
      return made ?? refuse("unavailable", "Many pictures are being saved right now. Try again in a moment.");
    },
    async narrow(file, width) {
      const made = await line.run("play", async () => ({ bytes: await narrow(await file(), width) }));
      return made ? made.bytes : "busy";
    },
  };
}

async function stored(bytes: Uint8Array, ending: ImageEnding): Promise<Result<StoredPicture, Refusal>> {
  try {
    const picture = await openPicture(bytes);
    const facts = await picture.metadata();
    const tooLarge = sizeRefusal(facts);
    if (tooLarge) return refuse("unsupported_media", tooLarge);
    return ok(
      movesOrIsGif(bytes, facts)
        ? bareFrames(bytes, ending, facts)
        : await drawnAnew(picture, bytes, ending, facts),
    );
  } catch {
    return refuse("unsupported_media", "This picture is damaged. Open it, save it again, and retry.");
  }
}

function sizeRefusal({ width, height, pageHeight = height, pages = 1 }: Metadata): string | null {
  if (Math.max(width, pageHeight) > IMAGE_MAX_SIDE)
    return `A picture can be at most ${IMAGE_MAX_SIDE} pixels wide or high.`;
  if (width * pageHeight * pages <= IMAGE_MAX_PIXELS) return null;
  const most = `${IMAGE_MAX_PIXELS / 1_000_000} megapixels`;
  return pages > 1
    ? `The frames of an animated picture can have ${most} in total. Make it smaller or shorter.`
    : `A picture can have at most ${most}. Make it smaller.`;
}

/** A GIF has no side up, and 256 colors that a new drawing would have to choose again. */
function movesOrIsGif(bytes: Uint8Array, { format, pages = 1 }: Metadata): boolean {
  return format === "gif" || pages > 1 || (format === "png" && pngMoves(bytes));
}

function bareFrames(bytes: Uint8Array, ending: ImageEnding, facts: Metadata): StoredPicture {
  const bare = BARE[ending]?.(bytes);
  if (!bare) throw new Error(`no frames can be read from this ${ending}`);
  const { width, height, pageHeight = height } = facts;
  return { ending, bytes: Buffer.concat(bare), size: { width, height: pageHeight } };
}

const BARE: Partial<Record<ImageEnding, (bytes: Uint8Array) => Uint8Array[] | null>> = {
  png: barePng,
  webp: bareWebp,
  gif: bareGif,
};

async function drawnAnew(
  picture: Sharp,
  bytes: Uint8Array,
  ending: ImageEnding,
  { chromaSubsampling, isPalette }: Metadata,
): Promise<StoredPicture> {
  const upright = picture
    .autoOrient()
    .resize({ width: STORED_MAX_SIDE, height: STORED_MAX_SIDE, fit: "inside", withoutEnlargement: true });
  const quality = STORED_QUALITY;
  const drawn =
    ending === "jpg"
      ? upright.jpeg({ quality, chromaSubsampling: chromaSubsampling === "4:4:4" ? "4:4:4" : "4:2:0" })
      : ending === "png"
        ? upright.png({ palette: isPalette })
        : // To write an AVIF takes a core for seconds.
          upright.webp({ quality, lossless: ending === "webp" && isLosslessWebp(bytes) });
  const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
  return {
    ending: ending === "avif" ? "webp" : ending,
    bytes: data,
    size: { width: info.width, height: info.height },
  };
}

async function narrow(bytes: Uint8Array, width: number): Promise<Uint8Array | null> {
  try {
    const picture = await openPicture(bytes);
    const facts = await picture.metadata();
    if (sizeRefusal(facts) || movesOrIsGif(bytes, facts)) return null;
    const made = await picture
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: NARROW_QUALITY, effort: 3 })
      .toBuffer();
    return made.byteLength < bytes.byteLength ? made : null;
  } catch {
    return null;
  }
}

/** Its measures are judged here, from the header, before anything is decoded. */
const OPTIONS: SharpOptions = { limitInputPixels: false, failOn: "error" };
const DRAWING_MAX_SECONDS = 20;

async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  loaded ??= load();
  const sharp = await loaded;
  return sharp(bytes, OPTIONS).timeout({ seconds: DRAWING_MAX_SECONDS });
}

let loaded: ReturnType<typeof load> | undefined;

/** With the first picture: it takes 20 MB of memory. It reads these formats and no other, whatever a file says it is. */
async function load() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Nsgif", "Heif"].map((format) => `VipsForeignLoad${format}`),
  });
  return sharp;
}
