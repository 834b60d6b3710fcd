import type { Sql, TransactionSql } from "postgres";
import type { Response } from "../../quiz/response.ts";

/** Responses to one question, grouped by equality; removed players left out. */
export async function readResponseCounts(
  sql: Sql | TransactionSql,
  sessionId: string,
  questionIndex: number,
): Promise<{ response: Response; count: number; correct: number }[]> {
  return [
    // Not a join: before the tables' first statistics, the planner would walk all players again for each answer.
    ...(await sql<{ response: Response; count: number; correct: number }[]>`
      select a.response, count(*) as count, count(*) filter (where a.correct) as correct from answers a
      where a.session_id = ${sessionId} and a.question_index = ${questionIndex} and a.player_id not in (
        select player_id from players where session_id = ${sessionId} and removed_at_ms is not null)
      group by a.response order by count desc, a.response`),
  ];
}
