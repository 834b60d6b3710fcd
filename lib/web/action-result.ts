import { refusalOfError } from "../http/problem.ts";
import type { Refusal } from "../kernel/refusal.ts";
import type { Runtime } from "../runtime/runtime.ts";

/** The result of a server action: a refusal is a value too, so that the page can say why and keep what was typed. */
export type ActionResult<T> = ({ ok: true } & T) | Refused;

export interface Refused {
  ok: false;
  refusal: Refusal;
}

export function refused(refusal: Refusal): Refused {
  return { ok: false, refusal };
}

/** Runs the body of an action. An unexpected error is logged; the caller is told only that it happened. */
export async function guarded<T>(
  runtime: Pick<Runtime, "logger">,
  doing: string,
  body: () => Promise<T>,
): Promise<T | Refused> {
  try {
    return await body();
  } catch (error) {
    return refused(refusalOfError(error, runtime.logger, doing, { door: "action" }));
  }
}
