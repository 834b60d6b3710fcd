/** Whether a text may hold a mark: of some texts without any it says so, too, but it never misses one. */
export function hasMarkup(text: string): boolean {
  return MARKED.test(text);
}

/** Two of the same sign with something behind the first, or a backslash before one. */
export const MARKED = /\*(?!\s)[^*]*\*|`[^`]*`|\$[^$]*\$|\\[*_`$]/;
