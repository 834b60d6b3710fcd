import { RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { countingLimiter } from "../limits/counting-limiter.ts";
import type { AttemptLimiter } from "../limits/limiter.ts";
import type { RedisClient } from "./client.ts";
import { limiterPrefix } from "./keys.ts";

/** Attempt limits over all nodes. While Redis is away each node counts for itself, so limits loosen but still hold. */
export function redisLimiter(redis: RedisClient): AttemptLimiter {
  return countingLimiter((limit, settings) => {
    const keyPrefix = limiterPrefix(limit.name);
    return new RateLimiterRedis({
      ...settings,
      keyPrefix,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory({ ...settings, keyPrefix }),
    });
  });
}
