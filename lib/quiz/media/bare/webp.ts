/** The chunks that draw a WebP, moving or not (RFC 9649, section 2.7); EXIF and XMP tell about it. */
const DRAWING = new Set(["VP8X", "ICCP", "ANIM", "ANMF", "ALPH", "VP8 ", "VP8L"]);
const HEADER_BYTES = 12;
/** In the first byte of VP8X: "has EXIF" and "has XMP". */
const TOLD_FLAGS = 0b1100;

/** A WebP's drawing chunks, its header set right; null if it is cut or damaged. */
export function bareWebp(bytes: Uint8Array): Uint8Array[] | null {
  const kept: Uint8Array[] = [];
  for (const { type, chunk } of chunksOf(bytes)) {
    if (chunk === null) return null;
    if (!DRAWING.has(type)) continue;
    if (type !== "VP8X") kept.push(chunk);
    else {
      const told = chunk.slice();
      told[8] = (told[8] ?? 0) & ~TOLD_FLAGS;
      kept.push(told);
    }
  }
  const header = bytes.slice(0, HEADER_BYTES);
  const size = kept.reduce((sum, chunk) => sum + chunk.byteLength, HEADER_BYTES - 8);
  new DataView(header.buffer).setUint32(4, size, true);
  return kept.length > 0 ? [header, ...kept] : null;
}

/** Whether a still WebP was stored without loss. */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  for (const { type } of chunksOf(bytes)) if (type === "VP8L") return true;
  return false;
}

/** Each with its type; a chunk is null where the file ends inside it. */
function* chunksOf(bytes: Uint8Array): Generator<{ type: string; chunk: Uint8Array | null }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(bytes.byteLength, 8 + view.getUint32(4, true));
  for (let at = HEADER_BYTES; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true);
    // Padded to an even length, which some writers forget behind the last.
    const next = at + 8 + size + (size % 2);
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    yield { type, chunk: at + 8 + size > end ? null : bytes.subarray(at, Math.min(next, end)) };
    at = next;
  }
}
