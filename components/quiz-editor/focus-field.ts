/** Puts the cursor into the field of a problem: "title", "prompt", "options[1].text"; into the first one of a list. */
export function focusField(desk: HTMLElement | null, path: string): void {
  const named = path === "title" ? "[data-title]" : `[data-path="${CSS.escape(path)}"]`;
  const field = desk?.querySelector<HTMLElement>(named) ?? desk?.querySelector<HTMLElement>(around(path));
  const target = field?.matches(FIELDS) ? field : field?.querySelector<HTMLElement>(FIELDS);
  // A choice from a list has only a button.
  (target ?? field?.querySelector<HTMLElement>("button"))?.focus();
}

const FIELDS = "input:not([aria-hidden=true]), textarea, select";

/** Of a field that is not shown yet, such as the words of a sound, what it belongs to. */
function around(path: string): string {
  return `[data-path="${CSS.escape(path.replace(/[.[].*$/, ""))}"]`;
}
