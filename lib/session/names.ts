import type { Refusal } from "../kernel/refusal.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";

export const NAME_MAX = 24;
/** Stacked accents make a name cover its neighbors; no written language needs more on one letter. */
const MARKS_MAX = 4;

/** Controls, bidi overrides and isolates, invisible fillers, private use, unassigned, lone surrogates. */
const FORBIDDEN =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/u;
/** Joiners are part of some emoji and scripts, and invisible tricks anywhere else. */
const JOINER_MISUSED =
  /(?<!\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})\u200D|\u200D(?!\p{Extended_Pictographic})|(?<!\p{L})\u200C|\u200C(?!\p{L})/u;
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MARKS_MAX + 1},}`, "u");
const SOMETHING_VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * A name as it is stored and shown, and its key: names that look alike (case, width, spacing) have the same key and
 * collide. Refusals say what is accepted and what was given.
 */
export function parseName(input: unknown): Result<{ name: string; nameKey: string }, Refusal> {
  if (typeof input !== "string") return refuse("bad_request", "`name` must be a string.");
  if (input.length > 1_000) return tooLong(input.length);
  const name = input
    .normalize("NFKC")
    .replace(/[\p{Zs}\t\r\n]+/gu, " ")
    .trim();
  if (name === "") return refuse("name_empty");
  if (
    FORBIDDEN.test(name) ||
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
    .replace(/[\u200C\u200D\uFE0F]/g, "");
  return ok({ name, nameKey });
}

function tooLong(length: number) {
  return refuse("name_too_long", `A name can have at most ${NAME_MAX} characters; this one has ${length}.`);
}
