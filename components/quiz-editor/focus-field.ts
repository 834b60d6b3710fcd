/** Puts the cursor into the field of a problem: "title", "prompt", "options[1].text"; into the first one of a list. */
export function focusField(desk: HTMLElement | null, path: string): void {
  const named = path === "title" ? "[data-title]" : `[data-path="${CSS.escape(path)}"]`;
  const field = desk?.querySelector<HTMLElement>(named);
  const target = field?.matches("input, textarea, select")
    ? field
    : field?.querySelector<HTMLElement>("input, textarea, select");
  target?.focus();
}
