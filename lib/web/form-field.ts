/**
 * A text of a form, cut to what could still be right; empty where there is none. Actions are called by anybody with
 * anything: `form` may be no form at all.
 */
export function formField(form: unknown, name: string, maxLength: number): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === "string" ? value.slice(0, maxLength) : "";
}
