/**
 * Text from outside as it is stored: composed (NFC), trimmed, without control characters other than line breaks and
 * tabs, and without halves of surrogate pairs. Postgres refuses NUL and lone surrogates in jsonb, and one such answer
 * would fail the whole group it is committed with.
 */
export function cleanText(raw: string): string {
  return raw.replace(CONTROL_OR_BROKEN, " ").normalize("NFC").trim();
}

const CONTROL_OR_BROKEN = /(?![\n\t])[\p{Cc}\p{Cs}]/gu;
