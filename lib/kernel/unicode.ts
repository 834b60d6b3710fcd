/**
 * A text that any normalization takes in time proportional to its length. Marks upon marks are put in order by inserting
 * each among those before it, so a text of marks alone would take the square. No language stacks thirty of them
 * (UAX #15, "Stream-Safe Text Format"); marks beyond that are dropped.
 */
export function streamSafe(text: string): string {
  return MANY_MARKS.test(text) ? text.replace(MARKS, firstThirty) : text;
}

const STACK_MAX = 30;
/** Most texts have none, and are not copied. */
const MANY_MARKS = /\p{M}{4}/u;
const MARKS = /\p{M}+/gu;

function firstThirty(marks: string): string {
  return marks.length <= STACK_MAX ? marks : [...marks.slice(0, 2 * STACK_MAX)].slice(0, STACK_MAX).join("");
}

/**
 * How many code units may stand for so many that are kept: letters taken apart are up to four (Greek with all its marks),
 * and there may be spaces around. A longer text is too long, even if it would shrink.
 */
export function unitsFor(kept: number): number {
  return 4 * kept;
}
