/** How often it plays: of all application blocks the only ones that browsers heed. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);
const [EXTENSION, FRAME, END] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];

/** A GIF's frames and their timing as they are (GIF89a, sections 17 to 27); null if it is cut or damaged. */
export function bareGif(bytes: Uint8Array): Uint8Array[] | null {
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const kept = [bytes.subarray(0, at)];
  while (at < bytes.byteLength) {
    const start = at;
    const kind = bytes[at];
    if (kind === END) return [...kept, bytes.subarray(at, at + 1)];
    if (kind === FRAME) at += 10 + tableBytes(bytes[at + 9] ?? 0) + 1;
    else if (kind === EXTENSION) at += 2;
    else return null;
    at = endOfBlocks(bytes, at);
    if (at > bytes.byteLength) return null;
    if (kind === FRAME || draws(bytes, start)) kept.push(bytes.subarray(start, at));
  }
  return null;
}

/** Of the table of colors whose presence and size are packed in this byte. */
function tableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function draws(bytes: Uint8Array, start: number): boolean {
  const label = bytes[start + 1];
  if (label === GRAPHIC_CONTROL) return true;
  return label === APPLICATION && LOOPS.has(String.fromCharCode(...bytes.subarray(start + 3, start + 14)));
}

/** Data comes in blocks that begin with their length; one of length 0 ends them. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.byteLength && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}
