import type { Refusal } from "#lib/kernel/refusal.ts";

/** What a refusal says about one field of a form, if it says anything about it. */
export function fieldProblem(refusal: Refusal | null, field: string): string | undefined {
  return refusal?.problems?.find(({ path }) => path === field)?.message;
}
