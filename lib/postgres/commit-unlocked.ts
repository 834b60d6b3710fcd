import type { Sql } from "postgres";
import type { CommitOutcome, CommitRules, PendingAnswer, StoredAnswer } from "../scoring/answer-store.ts";
import type { Player } from "../session/player-store.ts";
import { list, numbered, quotedList } from "./arrays.ts";
import { type AnswerFacts, answerKey, type Decided, decideAnswers, playerKey } from "./decide-answers.ts";
import { isConflict, isStale } from "./errors.ts";
import { PLAYER_COLUMNS } from "./rows.ts";

/**
 * Commits a group of answers in two round trips and without a lock in between: read · write. The write is a single
 * statement, and takes effect only if every player's row and every session's version are still the ones that were read.
 * Returns null if they are not; nothing is stored then.
 */
export async function commitUnlocked(
  client: Sql,
  group: readonly PendingAnswer[],
  rules: CommitRules,
): Promise<CommitOutcome[] | null> {
  const read = await readFacts(client, group);
  const decided = decideAnswers(group, rules, read.facts);
  if (decided.added.length === 0) return decided.outcomes;
  try {
    await write(client, decided, read);
    return decided.outcomes;
  } catch (error) {
    if (isConflict(error) || isStale(error)) return null;
    throw error;
  }
}

interface Read {
  facts: AnswerFacts;
  sessionVersions: Map<string, number>;
}

/** `rowVersion` is the transaction that wrote the row last: it changes with every write. */
type ReadPlayer = Player & { rowVersion: string };

/** One for each pending answer. `phase` and `version` are on the first of each session only. */
type FactRow = (ReadPlayer | { playerId: null }) & {
  first: StoredAnswer | null;
  pendingSession: string;
  version: number | null;
  phase: unknown;
};

async function readFacts(client: Sql, group: readonly PendingAnswer[]): Promise<Read> {
  const sessions = numbered(group.map((pending) => pending.sessionId));
  const firsts = new Set(
    sessions.distinct.map((id) => group.findIndex((pending) => pending.sessionId === id)),
  );
  // One look-up by primary key each, whatever the planner believes about a table that has just begun to grow.
  const rows = await client<FactRow[]>`
    select ${client.unsafe(PLAYER_COLUMNS)}, p.xmin::text as "rowVersion", a.first, s.version, s.phase,
      s.id as "pendingSession"
    from unnest(
      ${sessions.numbers}::int[], ${list(group.map((_, i) => firsts.has(i)))}::bool[],
      ${list(group.map((pending) => pending.questionIndex))}::bigint[],
      ${quotedList(group.map((pending) => pending.playerId))}::text[]
    ) as pending(session, is_first, question_index, player_id)
    left join lateral (
      select *, xmin from players
      where session_id = (${sessions.distinct}::text[])[pending.session] and player_id = pending.player_id
      limit 1) p on true
    left join lateral (
      select jsonb_build_object('questionIndex', question_index, 'response', response, 'correct', correct,
        'fraction', fraction, 'points', points, 'streak', streak, 'elapsedMs', elapsed_ms,
        'receivedAtMs', received_at_ms) as first
      from answers
      where session_id = p.session_id and question_index = pending.question_index and player_id = p.player_id
      limit 1) a on true
    left join lateral (
      select id, version, phase from sessions
      where pending.is_first and id = (${sessions.distinct}::text[])[pending.session] limit 1) s on true`;
  const read: Read = {
    facts: { players: new Map(), stored: new Map(), phases: new Map() },
    sessionVersions: new Map(),
  };
  for (const { first, pendingSession, version, phase, ...player } of rows) {
    if (version !== null) {
      read.facts.phases.set(pendingSession, phase);
      read.sessionVersions.set(pendingSession, version);
    }
    if (player.playerId === null) continue;
    const { sessionId, playerId } = player;
    read.facts.players.set(playerKey(player), player);
    if (first)
      read.facts.stored.set(answerKey({ ...first, sessionId, playerId }), { ...first, sessionId, playerId });
  }
  return read;
}

/** Fails with a conflict or as stale, and then writes nothing, if anything that was read has changed. */
async function write(client: Sql, { added, changed }: Decided, read: Read): Promise<void> {
  // In one order, so that two groups with players in common wait for each other rather than deadlock.
  changed.sort(byKey);
  added.sort(byKey);
  const sessions = numbered(changed.map((player) => player.sessionId));
  const sessionNumber = new Map(sessions.distinct.map((id, i) => [id, i + 1]));
  const versions = sessions.distinct.map((id) => read.sessionVersions.get(id) ?? 0);
  await client`
    with inserted as (
      insert into answers (session_id, question_index, player_id, response, correct, fraction, points, streak,
        elapsed_ms, received_at_ms)
      select (${sessions.distinct}::text[])[session], question_index, player_id, response::jsonb, correct, fraction,
        points, streak, elapsed_ms, received_at_ms
      from unnest(
        ${list(added.map((a) => sessionNumber.get(a.sessionId) ?? 0))}::int[],
        ${list(added.map((a) => a.questionIndex))}::int[],
        ${quotedList(added.map((a) => a.playerId))}::text[],
        ${quotedList(added.map((a) => JSON.stringify(a.response)))}::text[],
        ${list(added.map((a) => a.correct))}::bool[], ${list(added.map((a) => a.fraction))}::float8[],
        ${list(added.map((a) => a.points))}::int[], ${list(added.map((a) => a.streak))}::int[],
        ${list(added.map((a) => a.elapsedMs))}::int[], ${list(added.map((a) => a.receivedAtMs))}::bigint[]
      ) as answer(session, question_index, player_id, response, correct, fraction, points, streak, elapsed_ms,
        received_at_ms)
    ), updated as (
      update players p set score = t.score, correct_time_ms = t.correct_time_ms, correct_count = t.correct_count,
        answered_count = t.answered_count, streak = t.streak, streak_index = t.streak_index
      from unnest(
        ${sessions.numbers}::int[], ${quotedList(changed.map((p) => p.playerId))}::text[],
        ${list(changed.map((p) => Number((p as ReadPlayer).rowVersion)))}::xid[],
        ${list(changed.map((p) => p.score))}::int[], ${list(changed.map((p) => p.correctTimeMs))}::int[],
        ${list(changed.map((p) => p.correctCount))}::int[], ${list(changed.map((p) => p.answeredCount))}::int[],
        ${list(changed.map((p) => p.streak))}::int[], ${list(changed.map((p) => p.streakIndex))}::int[]
      ) as t(session, player_id, row_version, score, correct_time_ms, correct_count, answered_count, streak,
        streak_index)
      where p.session_id = (${sessions.distinct}::text[])[t.session] and p.player_id = t.player_id
        and p.xmin = t.row_version
      returning 1
    ), unchanged as (
      select 1 from sessions s
      join unnest(${sessions.distinct}::text[], ${list(versions)}::int[]) as v(id, version)
        on s.id = v.id and s.version = v.version
    )
    -- Dividing by zero ends the statement and undoes it (isStale).
    select 1 / (case when (select count(*) from updated) = ${changed.length}::int
      and (select count(*) from unchanged) = ${versions.length}::int then 1 else 0 end)`;
}

function byKey(a: Key, b: Key): number {
  return compare(a.sessionId, b.sessionId) || compare(a.playerId, b.playerId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Key {
  sessionId: string;
  playerId: string;
}
