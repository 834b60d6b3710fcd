import type { StoredAnswer } from "../session/answer-store.ts";
import type { Player } from "../session/player-store.ts";

/** Select lists that give rows the shape of the ports; for tables aliased `p` and `a`. */
export const PLAYER_COLUMNS = `
  p.session_id as "sessionId", p.player_id as "playerId", p.seq, p.name, p.avatar, p.extra_time as "extraTime", p.team_id as "teamId",
  p.moves,
  p.joined_at_ms as "joinedAtMs",
  p.removed_at_ms as "removedAtMs", p.score, p.correct_time_ms as "correctTimeMs", p.correct_count as "correctCount",
  p.answered_count as "answeredCount", p.streak, p.streak_index as "streakIndex"`;

export const ANSWER_COLUMNS = `
  a.session_id as "sessionId", a.question_index as "questionIndex", a.player_id as "playerId", a.response, a.correct,
  a.fraction, a.points, a.streak, a.elapsed_ms as "elapsedMs", a.received_at_ms as "receivedAtMs", a.changes`;

/** The same columns, in the order of the lists. */
export const PLAYER_NAMES = namesIn<Player>(PLAYER_COLUMNS);
export const ANSWER_NAMES = namesIn<StoredAnswer>(ANSWER_COLUMNS);

/** `p.session_id as "sessionId"` is named so; `p.seq` is named seq. */
function namesIn<R>(columns: string): (keyof R & string)[] {
  return columns
    .split(",")
    .map((column) => (/"(\w+)"/.exec(column)?.[1] ?? column.trim().slice(2)) as keyof R & string);
}

/** Rows in a map, by session and the rest of their key. */
export function keyed<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** One key of several parts. Identifiers and numbers hold no slash; only the last part may. */
export function key(...parts: (string | number)[]): string {
  return parts.join("/");
}
