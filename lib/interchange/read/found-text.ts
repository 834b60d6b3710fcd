import { cleanTyped } from "../../quiz/clean-text.ts";

/** Text of a file as a question holds it: cleaned, line breaks of any system as one, no space at the ends of lines. */
export function tidyText(text: string): string {
  return cleanTyped(text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/\u00a0/g, " "))
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** As much of a text as a sentence about it needs, on one line. */
export function shortened(text: string, most = 60): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= most ? line : `${[...line.slice(0, most)].slice(0, -1).join("")}…`;
}

/** Signs that would be read as marks (docs/SPEC.md MK1) by us and are none where the text comes from. */
export function hasMarkSigns(...texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => text !== undefined && /[*$`\\]/.test(text));
}
