import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { streamSafe } from "../kernel/unicode.ts";

export const NAME_MAX = 24;
/**
 * Code units, asked before anything is done with a name and again once it is composed: sixteen for each character are
 * enough for families, and for flags that are spelled in tags.
 */
const UNITS_MAX = NAME_MAX * 16;
/** Stacked accents make a name cover its neighbors; no written language needs more on one letter. */
const MARKS_MAX = 4;

/** Controls, lone surrogates, private use, unassigned. */
const NOT_A_CHARACTER = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;
/** Code points that draw nothing or turn the text around: fillers, zero-width marks, bidi controls, tags. */
const INVISIBLE: readonly (readonly [from: number, to: number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffc],
  [0xe0000, 0xe007f],
];
/** Joiners are part of some emoji and scripts, and invisible tricks anywhere else. */
const JOINER_MISUSED =
  /(?<!\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})\u200D|\u200D(?!\p{Extended_Pictographic})|(?<!\p{L})\u200C|\u200C(?!\p{L})/u;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_MAX + 1},}`, "u");
const SOMETHING_VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

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
  if (
    NOT_A_CHARACTER.test(name) ||
    [...name].some(isInvisible) ||
    JOINER_MISUSED.test(name) ||
    TOO_MANY_MARKS.test(name) ||
    !SOMETHING_VISIBLE.test(name)
  ) {
    return refuse(
      "name_not_allowed",
      "This name contains invisible or direction-changing characters. Letters, digits, emoji and spaces of any language are fine.",
    );
  }
  const length = [...graphemes.segment(name)].length;
  if (length > NAME_MAX || name.length > NAME_MAX * 8) return tooLong(length);
  const nameKey = name
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\u200C|\u200D|\uFE0F/g, "");
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

function isInvisible(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return INVISIBLE.some(([from, to]) => code >= from && code <= to);
}
