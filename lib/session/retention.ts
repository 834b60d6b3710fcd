/**
 * How long a workspace keeps what was played there (docs/SPEC.md, RET). Days count from the end of a session; null keeps
 * for good, which is what holds until somebody chooses.
 */
export interface Retention {
  /** After so many days names give way to “Player 12”, by order of joining. */
  replaceNamesAfterDays: number | null;
  /** After so many days sessions are deleted, with all that was played in them. */
  deleteSessionsAfterDays: number | null;
}

export const KEEP_ALL: Retention = { replaceNamesAfterDays: null, deleteSessionsAfterDays: null };

/** Ten years. */
export const RETENTION_MAX_DAYS = 3_650;

export const DAY_MS = 86_400_000;

/** Sessions that ended before this instant are due; null where nothing ever is. */
export function dueBeforeMs(days: number | null, nowMs: number): number | null {
  return days === null ? null : nowMs - days * DAY_MS;
}
