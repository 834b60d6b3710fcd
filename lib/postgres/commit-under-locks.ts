import type { Sql, TransactionSql } from "postgres";
import type { AnswerToCommit, CommitOutcome, CommitRules, StoredAnswer } from "../session/answer-store.ts";
import type { Player } from "../session/player-store.ts";
import { list, numbered } from "./arrays.ts";
import { type AnswerFacts, decideAnswers } from "./decide-answers.ts";
import { writeTotals } from "./player-totals.ts";
import { ANSWER_COLUMNS, key, keyed, PLAYER_COLUMNS } from "./rows.ts";
import { transact } from "./transaction.ts";

/**
 * Commits a group of answers in one transaction of four round trips, however large the group:
 *
 *   begin · lock the players, read phases and existing answers · insert and update totals · commit
 *
 * The statements of one step go out together and run in order on the one connection. Groups lock their players in the
 * same order, so they queue up rather than deadlock. Whoever holds a player's lock is alone in adding answers of that
 * player, and the other reads start after the lock is granted, so what is decided in between stays true. Should an
 * answer appear nevertheless, the primary key rejects the insert, and the group is decided again on the new facts.
 */
export function commitUnderLocks(
  client: Sql,
  group: readonly AnswerToCommit[],
  rules: CommitRules,
): Promise<CommitOutcome[]> {
  return transact(client, async (tx) => {
    const { outcomes, added } = decideAnswers(group, rules, await readFacts(tx, group));
    // Of who has several, the last one's totals are those after all of them.
    const changed = new Map(added.map(({ player, after }) => [player, { ...player, ...after }]));
    if (added.length > 0)
      await Promise.all([
        insert(
          tx,
          added.map(({ answer }) => answer),
        ),
        writeTotals(tx, [...changed.values()]),
      ]);
    return outcomes;
  });
}

async function readFacts(tx: TransactionSql, group: readonly AnswerToCommit[]): Promise<AnswerFacts> {
  const sessions = numbered(group.map((pending) => pending.sessionId));
  const playerIds = group.map((pending) => pending.playerId);
  const [players, phases, stored] = await Promise.all([
    tx<Player[]>`
      select ${tx.unsafe(PLAYER_COLUMNS)} from players p
      where (p.session_id, p.player_id) in (
        select (${sessions.distinct}::text[])[pending.session], pending.player_id
        from unnest(${sessions.numbers}::int[], ${playerIds}::text[]) as pending(session, player_id))
      order by p.session_id, p.player_id for no key update`,
    tx<{ id: string; phase: unknown }[]>`
      select id, phase from sessions where id = any(${sessions.distinct}::text[])`,
    // One look-up by the primary key each, whatever the planner believes about a table that has just begun to grow.
    tx<StoredAnswer[]>`
      select a.* from unnest(
        ${sessions.numbers}::int[], ${list(group.map((pending) => pending.questionIndex))}::bigint[],
        ${playerIds}::text[]
      ) as pending(session, question_index, player_id)
      cross join lateral (
        select ${tx.unsafe(ANSWER_COLUMNS)} from answers a
        where a.session_id = (${sessions.distinct}::text[])[pending.session]
          and a.question_index = pending.question_index and a.player_id = pending.player_id limit 1) a`,
  ]);
  const playerOf = keyed(players, playerKey);
  const firstOf = keyed(stored, answerKey);
  return {
    players: group.map((pending) => playerOf.get(playerKey(pending))),
    phases: new Map(phases.map((row) => [row.id, row.phase])),
    firsts: group.map((pending) => firstOf.get(answerKey(pending))),
  };
}

function playerKey({ sessionId, playerId }: Player | AnswerToCommit): string {
  return key(sessionId, playerId);
}

function answerKey({ sessionId, questionIndex, playerId }: AnswerToCommit | StoredAnswer): string {
  return key(sessionId, questionIndex, playerId);
}

function insert(tx: TransactionSql, added: readonly StoredAnswer[]) {
  const sessions = numbered(added.map((a) => a.sessionId));
  return tx`
    insert into answers (session_id, question_index, player_id, response, correct, fraction, points, streak,
      elapsed_ms, received_at_ms)
    select (${sessions.distinct}::text[])[session], question_index, player_id, response::jsonb, correct, fraction,
      points, streak, elapsed_ms, received_at_ms
    from unnest(
      ${sessions.numbers}::int[], ${list(added.map((a) => a.questionIndex))}::int[],
      ${added.map((a) => a.playerId)}::text[], ${added.map((a) => JSON.stringify(a.response))}::text[],
      ${list(added.map((a) => a.correct))}::bool[], ${list(added.map((a) => a.fraction))}::float8[],
      ${list(added.map((a) => a.points))}::int[], ${list(added.map((a) => a.streak))}::int[],
      ${list(added.map((a) => a.elapsedMs))}::int[], ${list(added.map((a) => a.receivedAtMs))}::bigint[]
    ) as answer(session, question_index, player_id, response, correct, fraction, points, streak, elapsed_ms,
      received_at_ms)`;
}
