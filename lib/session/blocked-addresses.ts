import type { Clock } from "../kernel/clock.ts";

/**
 * Addresses that have used up their PIN guesses, and until when. Asked before the look-up, so that no lucky guess gets
 * through.
 */
export interface BlockedAddresses {
  has(caller: Caller): boolean;
  block(address: string, forMs: number): void;
}

/** Whose address is looked at only when it matters: a socket asks the kernel for it. */
export interface Caller {
  readonly address: string;
}

export function blockedAddresses(clock: Clock): BlockedAddresses & { readonly size: number } {
  const untilMs = new Map<string, number>();

  return {
    has: (caller) => untilMs.size > 0 && (untilMs.get(caller.address) ?? 0) > clock.now(),
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
