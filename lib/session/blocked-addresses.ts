import type { Clock } from "../kernel/clock.ts";

/**
 * Addresses that have used up their PIN guesses, and until when. Asked before the look-up, so that no lucky guess gets
 * through.
 */
export interface BlockedAddresses {
  has(address: string): boolean;
  block(address: string, forMs: number): void;
}

export function blockedAddresses(clock: Clock): BlockedAddresses & { readonly size: number } {
  const untilMs = new Map<string, number>();

  return {
    has: (address) => (untilMs.get(address) ?? 0) > clock.now(),
    block(address, forMs) {
      const nowMs = clock.now();
      for (const [known, endMs] of untilMs) if (endMs <= nowMs) untilMs.delete(known);
      untilMs.set(address, nowMs + forMs);
    },
    get size() {
      return untilMs.size;
    },
  };
}
