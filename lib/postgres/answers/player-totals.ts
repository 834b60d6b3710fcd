import type { PendingQuery, Row, TransactionSql } from "postgres";
import type { Player } from "../../session/player-store.ts";
import { list, numbered } from "../arrays.ts";

/** Writes the totals of these players, absolute values, in one statement. Their rows must be locked already. */
export function storeTotals(tx: TransactionSql, players: readonly Player[]): PendingQuery<Row[]> {
  const sessions = numbered(players.map((p) => p.sessionId));
  return tx`
    update players p set score = t.score, correct_time_ms = t.correct_time_ms, correct_count = t.correct_count,
      answered_count = t.answered_count, streak = t.streak, streak_index = t.streak_index
    from unnest(
      ${sessions.numbers}::int[], ${players.map((p) => p.playerId)}::text[],
      ${list(players.map((p) => p.score))}::int[], ${list(players.map((p) => p.correctTimeMs))}::int[],
      ${list(players.map((p) => p.correctCount))}::int[], ${list(players.map((p) => p.answeredCount))}::int[],
      ${list(players.map((p) => p.streak))}::int[], ${list(players.map((p) => p.streakIndex))}::int[]
    ) as t(session, player_id, score, correct_time_ms, correct_count, answered_count, streak, streak_index)
    where p.session_id = (${sessions.distinct}::text[])[t.session] and p.player_id = t.player_id`;
}
