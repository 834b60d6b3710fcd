/**
 * More time for one player, who asks for it in private where the host allows it. The player's own question closes later,
 * and their fair time is divided by the same factor, so that half of a doubled time earns what half of the plain one
 * does. The room's question stays open meanwhile: the reveal must not reach players who still answer.
 */
export const EXTRA_TIMES = ["1.5x", "2x", "unlimited"] as const;
export type ExtraTime = (typeof EXTRA_TIMES)[number];

/** The choices of a host: nothing, the two factors, or those and no limit. */
export const EXTRA_TIME_RULES = ["off", "limited", "unlimited"] as const;
export type ExtraTimeRule = (typeof EXTRA_TIME_RULES)[number];

/** "No limit" ends with the host's word, and without a host after this long: a room must not hang for ever. */
const UNLIMITED_MS = 10 * 60_000;
/** Without a limit, the speed counts as with a doubled one; slower answers earn the curve's floor. */
const FACTORS: Record<ExtraTime, number> = { "1.5x": 1.5, "2x": 2, unlimited: 2 };

export function isAllowed(extra: ExtraTime | null, rule: ExtraTimeRule): boolean {
  return extra === null || rule === "unlimited" || (rule === "limited" && extra !== "unlimited");
}

/** By what a player's time is divided before it is scored. */
export function timeFactor(extra: ExtraTime | undefined): number {
  return extra ? FACTORS[extra] : 1;
}

interface Window {
  opensAtMs: number;
  closesAtMs: number;
  /** The host has closed it. */
  cutAtMs?: number | undefined;
}

/** How long after the room's close this player may still answer. Time that the host adds is stretched as well. */
export function extraMs(extra: ExtraTime | undefined, window: Window): number {
  if (extra === undefined) return 0;
  const { opensAtMs, closesAtMs, cutAtMs = Number.POSITIVE_INFINITY } = window;
  const allowedMs =
    extra === "unlimited" ? UNLIMITED_MS : Math.round((FACTORS[extra] - 1) * (closesAtMs - opensAtMs));
  return Math.min(allowedMs, cutAtMs - closesAtMs);
}
