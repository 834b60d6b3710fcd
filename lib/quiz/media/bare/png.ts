/** The chunks that draw a PNG, moving or not (PNG, third edition, section 11); all others tell about it. */
const DRAWING = new Set([
  ...["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT"],
  ...["cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs"],
]);
const SIGNATURE_BYTES = 8;
/** Length, type and checksum around its data. */
const AROUND_BYTES = 12;

/** A PNG's drawing chunks as they are, nothing else and nothing behind its end; null if it is cut or damaged. */
export function barePng(bytes: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE_BYTES)];
  for (let at = SIGNATURE_BYTES; at + AROUND_BYTES <= bytes.byteLength; ) {
    const end = at + AROUND_BYTES + view.getUint32(at);
    if (end > bytes.byteLength) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (DRAWING.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return kept;
    at = end;
  }
  return null;
}

/** Whether a PNG has frames: their number comes before the first picture data. */
export function pngMoves(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (
    let at = SIGNATURE_BYTES;
    at + AROUND_BYTES <= bytes.byteLength;
    at += AROUND_BYTES + view.getUint32(at)
  ) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}
