import type { NamedDraft } from "../drafts/merge-drafts.ts";

/**
 * Earlier versions of a quiz. An editor saves every second, so not each save is one to come back to: kept is what stood
 * there when somebody stopped, and during work about every five minutes; older ones grow thinner.
 */
export interface KeptVersion {
  version: number;
  savedAtMs: number;
  /** The name of the host who saved it; null for versions from before this was recorded. */
  savedBy: string | null;
  title: string;
  questions: number;
}

export interface VersionOfQuiz {
  version: number;
  savedAtMs: number;
  savedBy: string | null;
  quiz: NamedDraft;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** During work a version is kept this long after the last one; so is a version that stood untouched for as long. */
export const WORK_MS = 5 * MINUTE_MS;

/** Up to this age, one in each span is kept. */
const SPANS = [
  { ageMs: HOUR_MS, spanMs: 0 },
  { ageMs: DAY_MS, spanMs: HOUR_MS },
  { ageMs: 30 * DAY_MS, spanMs: DAY_MS },
  { ageMs: Number.POSITIVE_INFINITY, spanMs: 7 * DAY_MS },
];
/** However much was saved: a quiz of two megabytes has two hundred of them with its history, and no more. */
export const VERSIONS_MAX = 100;

/** Which of the kept versions go, by their numbers: of each span the last one stays. */
export function versionsToDrop(
  kept: readonly { version: number; savedAtMs: number }[],
  nowMs: number,
): number[] {
  const newestFirst = kept.toSorted((a, b) => b.version - a.version);
  const seen = new Set<string>();
  const staying = newestFirst.filter(({ version, savedAtMs }) => {
    const spanMs = SPANS.find(({ ageMs }) => nowMs - savedAtMs < ageMs)?.spanMs ?? 0;
    const span = spanMs === 0 ? `v${version}` : `${spanMs}:${Math.floor(savedAtMs / spanMs)}`;
    return !seen.has(span) && seen.add(span);
  });
  const stays = new Set(staying.slice(0, VERSIONS_MAX).map(({ version }) => version));
  return newestFirst.flatMap(({ version }) => (stays.has(version) ? [] : [version]));
}
