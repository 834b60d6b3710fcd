/** Boxes that tell about a film: where and by which phone it was made, its title, a preview (ISO/IEC 14496-12). */
const TELLING = new Set(["udta", "meta", "uuid"]);
const CONTAINERS = new Set(["moov", "trak", "mdia"]);
/** Their first fields are the instants of creation and change. */
const DATED = new Set(["mvhd", "tkhd", "mdhd"]);

/**
 * A film or sound in MP4 without what tells about it. Every byte keeps its place, since the tables of a film count from the
 * start of the file: boxes become free space, instants 0.
 */
export function bareMp4(bytes: Uint8Array): Uint8Array {
  const bare = bytes.slice();
  blank(bare, 0, bare.byteLength);
  return bare;
}

function blank(bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 8 <= to; ) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > to) return;
    // 1: the length is in the next eight bytes; 0: up to the end.
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const end = at + size;
    if (size < head || end > to) return;
    if (TELLING.has(type)) {
      bytes.set(FREE, at + 4);
      bytes.fill(0, at + head, end);
    } else if (DATED.has(type))
      bytes.fill(0, at + head + 4, Math.min(end, at + head + (bytes[at + head] === 1 ? 20 : 12)));
    else if (CONTAINERS.has(type)) blank(bytes, at + head, end);
    at = end;
  }
}

/** "free" */
const FREE = [0x66, 0x72, 0x65, 0x65];
