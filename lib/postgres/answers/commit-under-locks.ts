import type { Sql, TransactionSql } from "postgres";
import { groupBy } from "../../kernel/group-by.ts";
import type { AnswerToCommit, CommitOutcome, CommitRules, StoredAnswer } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import { list, numbered } from "../arrays.ts";
import { transact } from "../connection/transaction.ts";
import { ANSWER_COLUMNS, key, keyed, PLAYER_COLUMNS } from "../rows.ts";
import { type Added, type AnswerFacts, decideAnswers } from "./decide-answers.ts";
import { storeTotals } from "./player-totals.ts";

/**
 * Commits a group of answers in one transaction of four round trips, however large the group:
 *
 *   begin · lock the players, read phases and existing answers · insert and update totals · commit
 *
 * The statements of one step go out together and run in order on the one connection. Groups lock their players in the
 * same order, so they queue up rather than deadlock. The holder of a player's lock is alone in adding answers of that
 * player, and the other reads start after the lock is granted, so what is decided in between stays true. Should an
 * answer appear nevertheless, the primary key rejects the insert, and the group is decided again on the new facts.
 *
 * A group that changes answers reads all answers of those players first: what a streak came to depends on them.
 */
export function commitUnderLocks(
  client: Sql,
  group: readonly AnswerToCommit[],
  rules: CommitRules,
): Promise<CommitOutcome[]> {
  return transact(client, async (tx) => {
    const facts = await readFacts(tx, group);
    let { outcomes, added, changing } = decideAnswers(group, rules, facts);
    if (changing.length > 0) {
      const answersOf = await readAnswers(tx, changing);
      ({ outcomes, added } = decideAnswers(group, rules, { ...facts, answersOf }));
    }
    // Of who has several, the last one's totals are those after all of them.
    const changed = new Map(added.map(({ player, after }) => [player, { ...player, ...after }]));
    if (added.length > 0)
      await Promise.all([...writeAnswers(tx, added), storeTotals(tx, [...changed.values()])]);
    return outcomes;
  });
}

/** Each answer once, as it stands in the end; what it replaced is kept. */
function writeAnswers(tx: TransactionSql, added: readonly Added[]) {
  const standing = new Map(added.map(({ answer }) => [answerKey(answer), answer]));
  const replaced = added.flatMap(({ replaces }) => replaces ?? []);
  const stored = new Set(
    replaced.filter((earlier) => !added.some(({ answer }) => answer === earlier)).map(answerKey),
  );
  const [known, fresh] = [
    [...standing].filter(([k]) => stored.has(k)),
    [...standing].filter(([k]) => !stored.has(k)),
  ];
  return [
    ...(fresh.length > 0
      ? [
          insert(
            tx,
            fresh.map(([, answer]) => answer),
          ),
        ]
      : []),
    ...(known.length > 0
      ? [
          replace(
            tx,
            known.map(([, answer]) => answer),
          ),
        ]
      : []),
    ...(replaced.length > 0 ? [keepEarlier(tx, replaced)] : []),
  ];
}

async function readAnswers(tx: TransactionSql, players: readonly Player[]) {
  const sessions = numbered(players.map(({ sessionId }) => sessionId));
  const rows = await tx<StoredAnswer[]>`
    select ${tx.unsafe(ANSWER_COLUMNS)} from answers a
    where (a.session_id, a.player_id) in (
      select (${sessions.distinct}::text[])[changing.session], changing.player_id
      from unnest(${sessions.numbers}::int[], ${players.map(({ playerId }) => playerId)}::text[])
        as changing(session, player_id))`;
  const byPlayer = groupBy(rows, (answer) => playerKey(answer));
  return (player: Player) => byPlayer.get(playerKey(player)) ?? [];
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

function playerKey({ sessionId, playerId }: Pick<Player, "sessionId" | "playerId">): string {
  return key(sessionId, playerId);
}

function answerKey({ sessionId, questionIndex, playerId }: AnswerToCommit | StoredAnswer): string {
  return key(sessionId, questionIndex, playerId);
}

function insert(tx: TransactionSql, added: readonly StoredAnswer[]) {
  const sessions = numbered(added.map((a) => a.sessionId));
  return tx`
    insert into answers (session_id, question_index, player_id, response, correct, fraction, points, streak,
      elapsed_ms, received_at_ms, changes)
    select (${sessions.distinct}::text[])[session], question_index, player_id, response::jsonb, correct, fraction,
      points, streak, elapsed_ms, received_at_ms, changes
    from unnest(
      ${sessions.numbers}::int[], ${list(added.map((a) => a.questionIndex))}::int[],
      ${added.map((a) => a.playerId)}::text[], ${added.map((a) => JSON.stringify(a.response))}::text[],
      ${list(added.map((a) => a.correct))}::bool[], ${list(added.map((a) => a.fraction))}::float8[],
      ${list(added.map((a) => a.points))}::int[], ${list(added.map((a) => a.streak))}::int[],
      ${list(added.map((a) => a.elapsedMs))}::int[], ${list(added.map((a) => a.receivedAtMs))}::bigint[],
      ${list(added.map((a) => a.changes ?? 0))}::int[]
    ) as answer(session, question_index, player_id, response, correct, fraction, points, streak, elapsed_ms,
      received_at_ms, changes)`;
}

function replace(tx: TransactionSql, changed: readonly StoredAnswer[]) {
  const sessions = numbered(changed.map((a) => a.sessionId));
  return tx`
    update answers a set response = n.response::jsonb, correct = n.correct, fraction = n.fraction, points = n.points,
      streak = n.streak, elapsed_ms = n.elapsed_ms, received_at_ms = n.received_at_ms, changes = n.changes
    from unnest(
      ${sessions.numbers}::int[], ${list(changed.map((a) => a.questionIndex))}::int[],
      ${changed.map((a) => a.playerId)}::text[], ${changed.map((a) => JSON.stringify(a.response))}::text[],
      ${list(changed.map((a) => a.correct))}::bool[], ${list(changed.map((a) => a.fraction))}::float8[],
      ${list(changed.map((a) => a.points))}::int[], ${list(changed.map((a) => a.streak))}::int[],
      ${list(changed.map((a) => a.elapsedMs))}::int[], ${list(changed.map((a) => a.receivedAtMs))}::bigint[],
      ${list(changed.map((a) => a.changes ?? 0))}::int[]
    ) as n(session, question_index, player_id, response, correct, fraction, points, streak, elapsed_ms,
      received_at_ms, changes)
    where a.session_id = (${sessions.distinct}::text[])[n.session] and a.question_index = n.question_index
      and a.player_id = n.player_id`;
}

function keepEarlier(tx: TransactionSql, earlier: readonly StoredAnswer[]) {
  const sessions = numbered(earlier.map((a) => a.sessionId));
  return tx`
    insert into earlier_answers (session_id, question_index, player_id, change, response, elapsed_ms, received_at_ms)
    select (${sessions.distinct}::text[])[session], question_index, player_id, change, response::jsonb, elapsed_ms,
      received_at_ms
    from unnest(
      ${sessions.numbers}::int[], ${list(earlier.map((a) => a.questionIndex))}::int[],
      ${earlier.map((a) => a.playerId)}::text[], ${list(earlier.map((a) => a.changes ?? 0))}::int[],
      ${earlier.map((a) => JSON.stringify(a.response))}::text[], ${list(earlier.map((a) => a.elapsedMs))}::int[],
      ${list(earlier.map((a) => a.receivedAtMs))}::bigint[]
    ) as earlier(session, question_index, player_id, change, response, elapsed_ms, received_at_ms)`;
}
