/**
 * Whether the database could not be reached or could not take work just now, so that the same call may succeed later:
 * connections refused, lost or timed out, a server shutting down or out of room, a lock or statement that took too long.
 * Whether an interrupted write took effect is then unknown, which is why every write of the stores is safe to repeat.
 */
export function isUnavailable(error: unknown): boolean {
  return codesOf(error).some((code) => UNAVAILABLE.has(code) || UNAVAILABLE_CLASSES.has(code.slice(0, 2)));
}

/**
 * What keeps the database from storing anything, if it is that; null for errors that only this one write has to do with,
 * such as a conflict or a value that does not fit.
 */
export function writeTrouble(error: unknown): "disk_full" | "read_only" | "no_permission" | "failing" | null {
  const codes = codesOf(error);
  for (const [code, trouble] of WRITE_TROUBLES) if (codes.includes(code)) return trouble;
  const broken = codes.some((code) => CONNECTION_LOST.includes(code) || BROKEN_CLASSES.has(code.slice(0, 2)));
  return broken ? "failing" : null;
}

/** Whether running the same transaction again at once is the remedy: another one was in the way. */
export function isConflict(error: unknown): boolean {
  return codesOf(error).some((code) => CONFLICTS.has(code));
}

/** Whether a statement undid itself because what it rests on has changed (commit-unlocked.ts). */
export function isStale(error: unknown): boolean {
  return codesOf(error).includes(DIVISION_BY_ZERO);
}

/** Whether the connection itself is gone or about to go: the server ends it after a FATAL error. */
export function isConnectionLost(error: unknown): boolean {
  const { severity } = (error ?? {}) as { severity?: string };
  return (
    severity === "FATAL" ||
    severity === "PANIC" ||
    codesOf(error).some((code) => CONNECTION_LOST.includes(code))
  );
}

export function isUniqueViolation(error: unknown): boolean {
  return codesOf(error).includes(UNIQUE_VIOLATION);
}

/** SQLSTATE values are listed in the PostgreSQL manual, appendix A; the others are Node's and the driver's. */
const UNIQUE_VIOLATION = "23505";
const FOREIGN_KEY_VIOLATION = "23503";
const DIVISION_BY_ZERO = "22012";

const WRITE_TROUBLES = [
  ["53100", "disk_full"],
  ["ENOSPC", "disk_full"],
  ["25006", "read_only"],
  ["42501", "no_permission"],
] as const;

/** 53: out of room; 58: errors of the system itself; XX: damaged data and broken invariants. */
const BROKEN_CLASSES = new Set(["53", "58", "XX"]);

/**
 * A unique violation too: it means that another transaction inserted the same between our look and our insert. And of a
 * foreign key: it deleted what our row belongs to.
 */
const CONFLICTS = new Set(["40001", "40P01", UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION]);

const CONNECTION_LOST = [
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ERR_STREAM_DESTROYED",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
];

const UNAVAILABLE = new Set([
  ...CONNECTION_LOST,
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT", // the socket file of a local server that is not running
  "CONNECT_TIMEOUT",
  "40001", // serialization failure and deadlock, after all retries
  "40P01",
  "55P03", // lock not available
  "25P03", // idle in transaction for too long
  "25006", // read-only: a failover is under way
]);

/** 08: connection exceptions; 53: out of memory, disk or connections; 57: shutting down, starting, or cancelled. */
const UNAVAILABLE_CLASSES = new Set(["08", "53", "57"]);

/** Drizzle wraps the driver's error, so the code may be on a cause. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at = error; at instanceof Object && codes.length < 10; at = (at as { cause?: unknown }).cause) {
    codes.push(String((at as { code?: unknown }).code ?? ""));
  }
  return codes;
}
