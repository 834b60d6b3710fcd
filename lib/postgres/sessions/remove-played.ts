import type { Sql } from "postgres";
import { transact } from "../connection/transaction.ts";

/**
 * Deletes what was played, for good. A join or an answer meanwhile holds a row that is locked here first, so that
 * their transaction is over before the answers are deleted, or finds no player any more: nothing is left behind, though
 * answers refer to no player (schema.ts).
 */
export function removeSession(client: Sql, sessionId: string): Promise<boolean> {
  return transact(client, async (tx) => {
    // In the order in which joins and groups of answers lock.
    await tx`select 1 from session_counters where session_id = ${sessionId} for update`;
    await tx`select 1 from players where session_id = ${sessionId} order by player_id for update`;
    const removed = await tx`delete from sessions where id = ${sessionId}`;
    return removed.count > 0;
  });
}

export function removePlayer(client: Sql, sessionId: string, playerId: string): Promise<boolean> {
  return transact(client, async (tx) => {
    await tx`select 1 from players where session_id = ${sessionId} and player_id = ${playerId} for update`;
    await tx`delete from answers where session_id = ${sessionId} and player_id = ${playerId}`;
    await tx`delete from earlier_answers where session_id = ${sessionId} and player_id = ${playerId}`;
    const removed = await tx`delete from players where session_id = ${sessionId} and player_id = ${playerId}`;
    return removed.count > 0;
  });
}
