import type { Sampler } from "../kernel/trace.ts";

/** Of the random part of a trace id, by W3C Trace Context level 2: the last 56 bits. */
const RANDOM_DIGITS = 14;

/**
 * Whether a trace is sampled, by its id alone: all nodes decide the same, and callers decide nothing. So the
 * samplers that go by what a caller has decided are the same as those that do not.
 */
export function samples({ name, ratio }: Sampler, traceId: string): boolean {
  if (name.endsWith("always_on")) return true;
  if (name.endsWith("always_off")) return false;
  return Number.parseInt(traceId.slice(-RANDOM_DIGITS), 16) / 16 ** RANDOM_DIGITS >= 1 - ratio;
}
