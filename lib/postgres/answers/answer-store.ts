import type { TeamSum } from "../../leaderboard/team-standings.ts";
import type { AnswerStore, EarlierAnswer, StoredAnswer } from "../../session/answer-store.ts";
import type { Database } from "../connection/client.ts";
import { ANSWER_COLUMNS, ANSWER_NAMES } from "../rows.ts";
import { wideRows } from "../wide-rows.ts";
import { commitAnswers } from "./commit-answers.ts";
import { createKnownPlayers } from "./known-players.ts";
import { regradeAnswers } from "./regrade-answers.ts";
import { readResponseCounts } from "./response-counts.ts";

export function postgresAnswerStore({ $client: client }: Database): AnswerStore {
  const columns = () => client.unsafe(ANSWER_COLUMNS);
  const known = createKnownPlayers();

  return {
    commit: (group, rules) => commitAnswers(client, group, rules, known),

    ofQuestion: (sessionId, questionIndex) =>
      wideRows<StoredAnswer>(
        client,
        ANSWER_NAMES,
        client`
          select ${columns()} from answers a
          where a.session_id = ${sessionId} and a.question_index = ${questionIndex}
          order by a.received_at_ms, a.player_id`,
      ),

    async ofPlayer(sessionId, playerId) {
      // One look-up by the primary key for each question that anybody has answered.
      return [
        ...(await client<StoredAnswer[]>`
          select ${columns()} from generate_series(0, (
            select max(question_index) from answers where session_id = ${sessionId})) as asked(question_index)
          cross join lateral (
            select * from answers where session_id = ${sessionId} and question_index = asked.question_index
              and player_id = ${playerId} limit 1) a
          order by a.question_index`),
      ];
    },

    async answeredBy(sessionId, questionIndex) {
      const rows = await client<{ playerId: string }[]>`
        select player_id as "playerId" from answers
        where session_id = ${sessionId} and question_index = ${questionIndex}`;
      return rows.map((row) => row.playerId);
    },

    responseCounts: (sessionId, questionIndex) => readResponseCounts(client, sessionId, questionIndex),

    async teamSums(sessionId, questions) {
      return [
        // Not a join, as above: the players' teams are one value, looked up for each answer.
        ...(await client<TeamSum[]>`
          select * from (
            select (select jsonb_object_agg(player_id, team_id) from players
                where session_id = ${sessionId} and removed_at_ms is null and team_id is not null) ->> a.player_id as "teamId",
              a.question_index as "questionIndex", sum(a.points)::int as points, count(*)::int as answers
            from answers a where a.session_id = ${sessionId} and a.question_index < ${questions}
            group by 1, 2) as sums
          where "teamId" is not null order by "questionIndex", "teamId"`),
      ];
    },

    async all(sessionId) {
      return [
        ...(await client<StoredAnswer[]>`
          select ${columns()} from answers a where a.session_id = ${sessionId}
          order by a.question_index, a.received_at_ms, a.player_id`),
      ];
    },

    async earlier(sessionId) {
      return [
        ...(await client<EarlierAnswer[]>`
          select session_id as "sessionId", question_index as "questionIndex", player_id as "playerId", change, response,
            elapsed_ms as "elapsedMs", received_at_ms as "receivedAtMs"
          from earlier_answers where session_id = ${sessionId} order by question_index, player_id, change`),
      ];
    },

    regrade: (sessionId, questionIndex, regrade) => regradeAnswers(client, sessionId, questionIndex, regrade),
  };
}
