/** No network is credited with more than this one-way delay. Disclosed: it is also the most a liar can gain. */
export const CREDIT_CAP_MS = 250;

/** Faster than a person can see, decide and press; all answers under it count alike, so bots gain nothing by racing. */
export const MIN_ELAPSED_MS = 200;

export interface Timing {
  /** When the server received the answer, and when the question opened; server clock. */
  receivedAtMs: number;
  opensAtMs: number;
  /** When the player pressed, in server time as the client estimates it: a claim. */
  pressedAtMs?: number | null | undefined;
  /** The smallest round trip that the server itself measured to this player; null if it has measured none. */
  minRttMs: number | null;
  /** Above 1 for a player who has more time: half of a doubled time counts as half of the plain one. */
  timeFactor?: number;
}

/**
 * How long a player took, in whole milliseconds, with the network's share taken off as far as it can be believed: no more
 * than the client claims, than half the smallest measured round trip, than the cap. A claim alone earns nothing, so
 * lying about the clock gains at most half of one's own real round trip; a late answer stays late.
 */
export function fairElapsedMs(timing: Timing): number {
  const { receivedAtMs, opensAtMs, timeFactor = 1 } = timing;
  const elapsedMs = (receivedAtMs - opensAtMs - creditMs(timing)) / timeFactor;
  // Rounded up, so that rounding never adds to the credit.
  return Math.max(MIN_ELAPSED_MS, Math.ceil(elapsedMs));
}

function creditMs({ receivedAtMs, pressedAtMs, minRttMs }: Timing): number {
  if (pressedAtMs == null || minRttMs === null) return 0;
  const credit = Math.min(receivedAtMs - pressedAtMs, minRttMs / 2, CREDIT_CAP_MS);
  return Math.max(0, credit || 0);
}
