/** No network is credited with more than this one-way delay. Disclosed: it is also the most a liar can gain. */
export const CREDIT_CAP_MS = 250;

/** Faster than a person can see, decide and press; all answers under it count alike, so bots gain nothing by racing. */
export const MIN_ELAPSED_MS = 200;

/**
 * No phone sends an unsent answer earlier than this before the close. So a claim to have pressed at the close is believed
 * from here on, and a wrong clock costs no more than that.
 */
export const SENT_AHEAD_MAX_MS = 1_000;

export interface Timing {
  /** When the server received the answer, and when the question opened; server clock. */
  receivedAtMs: number;
  opensAtMs: number;
  /** When it closed for this player. */
  closesAtMs?: number;
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
 *
 * Nobody answers after the close: what comes in the grace counts as given then. So does what stood on a phone and is
 * sent as time runs out, though it may arrive a little earlier.
 */
export function fairElapsedMs(timing: Timing): number {
  const { opensAtMs, timeFactor = 1 } = timing;
  const elapsedMs = (givenAtMs(timing) - opensAtMs) / timeFactor;
  // Rounded up, so that rounding never adds to the credit.
  return Math.max(MIN_ELAPSED_MS, Math.ceil(elapsedMs));
}

function givenAtMs(timing: Timing): number {
  const { receivedAtMs, pressedAtMs, closesAtMs = Number.POSITIVE_INFINITY } = timing;
  const atClose = (pressedAtMs ?? 0) >= closesAtMs && receivedAtMs >= closesAtMs - SENT_AHEAD_MAX_MS;
  return atClose ? closesAtMs : Math.min(receivedAtMs - creditMs(timing), closesAtMs);
}

function creditMs({ receivedAtMs, pressedAtMs, minRttMs }: Timing): number {
  if (pressedAtMs == null || minRttMs === null) return 0;
  const credit = Math.min(receivedAtMs - pressedAtMs, minRttMs / 2, CREDIT_CAP_MS);
  return Math.max(0, credit || 0);
}
