import { type IdempotencyStore, KEY_KEPT_MS } from "../../auth/idempotency-store.ts";

const EVERY_MS = 30 * 60_000;

/** Forgets keys after their day; on several nodes it is done more often, no harm. */
export function sweepIdempotency(
  store: Pick<IdempotencyStore, "removeOld">,
  now: () => number,
  onError: (error: unknown) => void,
): { stop(): void } {
  const timer = setInterval(() => void store.removeOld(now() - KEY_KEPT_MS).catch(onError), EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
