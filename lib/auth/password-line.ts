import { createWorkLine, type WorkLine } from "../limits/work-line.ts";

/**
 * The line of password checks, each of which costs 128 MB and some tenths of a second. Two at a time: each runs on one of
 * Node's four pool threads, and the other two stay free for files and name look-ups, whatever a burst of sign-ins does.
 * Devices that have signed in before go first, so that strangers can hold up strangers alone.
 */
export type PasswordLine = WorkLine<Lane>;

export type Lane = "known" | "stranger";

export const AT_ONCE = 2;
/** In each lane. */
export const CHECKS_WAITING_MAX = 40;
/** Longer than this strangers do not wait; who is known waits for no more than the checks under way, on any machine. */
export const WAIT_MAX_MS: Record<Lane, number> = { known: 15_000, stranger: 5_000 };

export function createPasswordLine(): PasswordLine {
  return createWorkLine({ atOnce: AT_ONCE, waitingMax: CHECKS_WAITING_MAX, waitMaxMs: WAIT_MAX_MS });
}
