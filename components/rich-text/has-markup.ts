/**
 * Whether a text may hold bold, italic, code or maths, so that the renderer is worth loading. A few plain texts pass too
 * ("$5 or $10"): they are then rendered as they are.
 */
export function hasMarkup(text: string): boolean {
  return MARKED.test(text);
}

export const MARKED = /(\*{1,3}|_{1,3}|`+|\$\$?)(?![\s*_`$])[\s\S]*?\S\1|```|\\[*_`$\\]/;

/** The same text for ears: without the marks themselves. */
export function withoutMarks(text: string): string {
  if (!hasMarkup(text)) return text;
  return text
    .replace(/```[^\n]*\n?/g, "")
    .replace(/(\*\*|__|[*_`]|\$\$?)(?=\S)([\s\S]*?\S)\1/g, "$2")
    .replace(/\\([*_`$\\])/g, "$1");
}
