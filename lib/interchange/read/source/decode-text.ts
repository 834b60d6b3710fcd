import type { Encoding } from "../shapes.ts";
import { Unreadable } from "../unreadable.ts";

/**
 * Bytes as text: UTF-16 by its byte order mark, UTF-8 where it is that, otherwise Windows-1252, which any bytes are. A NUL
 * is in no text of a quiz: with one it is another kind of file.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw new Unreadable("This is not a text file.");
  return { text, encoding };
}

/** The same with every end of line as one sign, as all our readers want it. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}
