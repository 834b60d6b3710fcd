/** Joins class names and drops the empty ones. Kit components append `className` last: use it for layout, not looks. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
