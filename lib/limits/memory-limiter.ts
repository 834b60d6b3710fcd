import { RateLimiterMemory } from "rate-limiter-flexible";
import { countingLimiter } from "./counting-limiter.ts";
import type { AttemptLimiter } from "./limiter.ts";

/** The attempt limits of a single node. */
export function memoryLimiter(): AttemptLimiter {
  return countingLimiter((limit, settings) => new RateLimiterMemory({ ...settings, keyPrefix: limit.name }));
}
