import type { Retention } from "#lib/session/retention.ts";

/** The choices offered; what a program has chosen between them is shown as well. */
const NAMES_DAYS = [1, 7, 30, 90, 180, 365] as const;
const SESSIONS_DAYS = [7, 30, 90, 180, 365, 730, 1_825] as const;

/** Select's values: the days as text, and "keep" for good. */
export function namesChoices(chosen: number | null) {
  return choices(NAMES_DAYS, chosen, "Keep the names");
}

export function sessionsChoices(chosen: number | null) {
  return choices(SESSIONS_DAYS, chosen, "Keep the sessions");
}

function choices(offered: readonly number[], chosen: number | null, keep: string) {
  const days = [...new Set(chosen === null ? offered : [...offered, chosen])].sort((a, b) => a - b);
  return [
    { value: "keep", label: keep },
    ...days.map((each) => ({ value: String(each), label: `After ${span(each)}` })),
  ];
}

export function toValue(days: number | null): string {
  return days === null ? "keep" : String(days);
}

export function toDays(value: string): number | null {
  return value === "keep" ? null : Number(value);
}

/** "a year", "30 days". */
function span(days: number): string {
  if (days % 365 === 0) return days === 365 ? "a year" : `${days / 365} years`;
  return days === 1 ? "a day" : `${days} days`;
}

export function retentionInWords({
  replaceNamesAfterDays: names,
  deleteSessionsAfterDays: sessions,
}: Retention) {
  const namesGo = names === null ? "Names are kept" : `Names are replaced after ${span(names)}`;
  const sessionsGo =
    sessions === null ? "sessions are kept for good" : `sessions are deleted after ${span(sessions)}`;
  return `${namesGo}, and ${sessionsGo}.`;
}
