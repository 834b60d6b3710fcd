import type { Refusal } from "#lib/kernel/refusal.ts";

/** The problem that a refusal names for one field of a form, if any. */
export function fieldProblem(refusal: Refusal | null, field: string): string | undefined {
  return refusal?.problems?.find(({ path }) => path === field)?.message;
}
