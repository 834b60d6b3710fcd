import type { Refusal } from "../../kernel/refusal.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { Result } from "../../kernel/result.ts";
import { ok } from "../../kernel/result.ts";
import { streamSafe } from "../../kernel/unicode.ts";
import { isReadable, withoutIgnorable } from "./name-characters.ts";

export const NAME_MAX = 24;
/**
 * Code units, asked before anything is done with a name and again once it is composed: sixteen for each character are
 * enough for families, and for flags that are spelled in tags.
 */
export const UNITS_MAX = NAME_MAX * 16;

/** Printable ASCII, which has none of the dangers below and one character to a byte: most names. */
const PLAIN = /^[\x20-\x7e]+$/;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A name as it is stored and shown, and its key: names that look alike (case, width, spacing) have the same key and
 * collide. Refusals say what is accepted and what was given.
 */
export function parseName(input: unknown): Result<{ name: string; nameKey: string }, Refusal> {
  if (typeof input !== "string") return refuse("bad_request", "`name` must be a string.");
  if (input.length > UNITS_MAX) return tooLong(input.length);
  if (PLAIN.test(input)) return plainName(input);
  const composed = streamSafe(input).normalize("NFKC");
  // One character may have become eighteen.
  if (composed.length > UNITS_MAX) return tooLong(composed.length);
  const name = composed.replace(/[\p{Zs}\t\r\n]+/gu, " ").trim();
  if (name === "") return refuse("name_empty");
  if (!isReadable(name)) {
    return refuse(
      "name_not_allowed",
      "This name contains invisible or direction-changing characters. Letters, digits, emoji and spaces of any language are fine.",
    );
  }
  const length = [...graphemes.segment(name)].length;
  if (length > NAME_MAX || name.length > NAME_MAX * 8) return tooLong(length);
  const nameKey = withoutIgnorable(name.toLowerCase()).normalize("NFKC");
  return ok({ name, nameKey });
}

function plainName(input: string): ReturnType<typeof parseName> {
  const name = input.replace(/ +/g, " ").trim();
  if (name === "") return refuse("name_empty");
  return name.length > NAME_MAX ? tooLong(name.length) : ok({ name, nameKey: name.toLowerCase() });
}

function tooLong(length: number) {
  return refuse("name_too_long", `A name can have at most ${NAME_MAX} characters; this one has ${length}.`);
}
