import type { PublicQuestion } from "#lib/quiz/public-question.ts";

/** How options and prompt are set. The early question uses these too (../early/draw-early.ts). */

export type Options = PublicQuestion["options"];

/** Few short words fit two and two even on a phone, as giant targets; anything longer reads better in a row each. */
export function isCompact(options: Options): boolean {
  if (options.some(({ image }) => image)) return true;
  if (options.length % 2 !== 0 || options.length > 4) return false;
  return options.every(
    ({ text }) => text.length <= 22 && text.split(/\s+/).every((word) => word.length <= 10),
  );
}

/** All rows as high as the highest, unless one of them is so long that the others would be mostly empty. */
export function isEven(options: Options): boolean {
  return options.every(({ text }) => text.length <= 60);
}

/** From here on words on an option are long: its letter goes below its shape to make space. */
export function isLong(options: Options): boolean {
  return options.some(({ text }) => text.length > 40);
}

/** How large the words on options are set: all alike, by the longest. */
export function wordsSize(options: Options, compact: boolean): string {
  if (options.some(({ image }) => image)) return "text-base leading-tight sm:text-xl side:text-sm";
  const longest = Math.max(0, ...options.map(({ text }) => text.length));
  if (compact)
    return longest <= 9
      ? "@min-[10rem]:text-2xl side:text-lg"
      : "@min-[10rem]:text-xl sm:text-2xl side:text-lg";
  return longest <= 18 ? "text-xl sm:text-2xl side:text-lg" : "sm:text-xl side:text-lg";
}

/** The longer a prompt is the smaller it is set, so that the answers stay within reach. */
export function promptSize(characters: number): string {
  if (characters <= 50) return "text-[1.875rem] sm:text-4xl";
  if (characters <= 110) return "text-2xl sm:text-3xl";
  if (characters <= 190) return "text-xl leading-snug sm:text-2xl";
  return "text-lg leading-snug sm:text-xl";
}
