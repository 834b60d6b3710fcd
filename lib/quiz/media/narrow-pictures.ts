import type { MediaStore } from "./media-store.ts";
import { PIECE_BYTES } from "./media-store.ts";
import type { PictureMaker, PictureWidth } from "./picture-maker.ts";

/** Pictures at the widths of screens, made when the first screen asks for them. */
export interface NarrowPictures {
  /** As the maker says: null where the file itself serves as well, "busy" if it cannot be made now. */
  of(file: { id: string; size: number }, width: PictureWidth): Promise<Uint8Array | null | "busy">;
}

/** Those of the questions under way in a few hundred rooms. */
const KEPT_BYTES = 32 * 1024 * 1024;
/** The size counted for a kept "null", with its name. */
const ENTRY_BYTES = 200;

/** Keeps those asked for last in memory; ten thousand phones that ask at once wait for one drawing. */
export function narrowPictures(
  { media, maker }: { media: Pick<MediaStore, "piece">; maker: Pick<PictureMaker, "narrow"> },
  keptBytes = KEPT_BYTES,
): NarrowPictures {
  const kept = new Map<string, Uint8Array | null>();
  const making = new Map<string, Promise<Uint8Array | null | "busy">>();
  let bytes = 0;

  function keep(key: string, made: Uint8Array | null): void {
    kept.set(key, made);
    bytes += weight(made);
    for (const [oldest, value] of kept) {
      if (bytes <= keptBytes || oldest === key) return;
      kept.delete(oldest);
      bytes -= weight(value);
    }
  }

  async function make(key: string, file: { id: string; size: number }, width: PictureWidth) {
    try {
      const made = await maker.narrow(() => whole(media, file), width);
      if (made !== "busy") keep(key, made);
      return made;
    } finally {
      making.delete(key);
    }
  }

  return {
    of(file, width) {
      const key = `${file.id}/${width}`;
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return Promise.resolve(known);
      }
      const underWay = making.get(key) ?? make(key, file, width);
      making.set(key, underWay);
      return underWay;
    },
  };
}

const weight = (made: Uint8Array | null) => ENTRY_BYTES + (made?.byteLength ?? 0);

async function whole(media: Pick<MediaStore, "piece">, { id, size }: { id: string; size: number }) {
  const file = new Uint8Array(size);
  for (let from = 0; from < size; from += PIECE_BYTES)
    file.set(await media.piece(id, from / PIECE_BYTES), from);
  return file;
}
