/**
 * Whether a spreadsheet would run a text as a formula (OWASP, CSV injection): it begins with = + - @, in their wide forms
 * too, a tab or a carriage return. A typed number such as -5 is none.
 */
export function runsAsFormula(text: string): boolean {
  return STARTS.test(text) && !NUMBER.test(text);
}

/** The text with an apostrophe before each line that a spreadsheet would run; `withFormulas` takes exactly these off again. */
export function withoutFormulas(text: string): string {
  return NUMBER.test(text) ? text : text.replace(LINE, "'");
}

/** What `withoutFormulas` was given. */
export function withFormulas(text: string): string {
  return text.replace(DEFUSED_LINE, "");
}

const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,15})?$/;
const SIGNS = "[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]";
const STARTS = new RegExp(`^${SIGNS}`);
/** Of several apostrophes one is ours, so a text that had one already keeps it. */
const LINE = new RegExp(`^(?='*${SIGNS})`, "gm");
const DEFUSED_LINE = new RegExp(`^'(?='*${SIGNS})`, "gm");
