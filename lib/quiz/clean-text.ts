import { streamSafe, unitsFor } from "../kernel/unicode.ts";

/**
 * Text from outside as it is stored: composed (NFC), trimmed, without control characters other than line breaks and
 * tabs, and without halves of surrogate pairs. Postgres refuses NUL and lone surrogates in jsonb, and one such answer
 * would fail the whole group it is committed with. On a text that cannot come to `max` characters no work is done: what
 * comes back is its beginning, which still fails the check of its length.
 */
export function cleanText(raw: string, max: number): string {
  if (raw.length > unitsFor(max)) return raw.slice(0, unitsFor(max) + 1);
  return cleanTyped(raw).trim();
}

/** The same while it is still being typed, of a length that was asked before: the space before the next word stays. */
export function cleanTyped(raw: string): string {
  return streamSafe(raw.replace(CONTROL_OR_BROKEN, " ")).normalize("NFC");
}

/** The same on one line, for what players type. */
export function cleanLine(raw: string, max: number): string {
  return cleanText(raw, max).replace(/\s+/g, " ");
}

const CONTROL_OR_BROKEN = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
