import type { Sql } from "postgres";
import type { AnswerToCommit, CommitOutcome, CommitRules } from "../../session/answer-store.ts";
import { list, numbered, quotedList } from "../arrays.ts";
import { isConflict, isStale } from "../connection/errors.ts";
import { type Added, decideAnswers } from "./decide-answers.ts";
import { createKnownPlayers, type VersionedPlayer } from "./known-players.ts";
import { readFacts } from "./read-facts.ts";

/**
 * Commits a group of answers in one round trip, or two where this node does not know a player yet, and without a lock in
 * between: read · write. The write is a single statement, and takes effect only if every player's row and every session's
 * version still are what the group was decided on. Returns null if they are not; nothing is stored then. Nor is a group
 * that holds two new answers of one player, or one that changes another, for this way.
 */
export async function commitUnlocked(
  client: Sql,
  group: readonly AnswerToCommit[],
  rules: CommitRules,
  known = createKnownPlayers(),
): Promise<CommitOutcome[] | null> {
  let read = await readFacts(client, group, { known, sessionOf: rules.sessionOf });
  let { outcomes, added, changing } = decideAnswers(group, rules, read.facts);
  if (read.guessed && outcomes.some((outcome) => !outcome.stored)) {
    // A guess is good enough to store by, since the write checks it; an answer is never refused because of one.
    read = await readFacts(client, group, null);
    ({ outcomes, added, changing } = decideAnswers(group, rules, read.facts));
  }
  if (changing.length > 0) {
    known.forget(changing);
    return null;
  }
  if (added.length === 0) return outcomes;
  // In one order, so that two groups with players in common wait for each other rather than deadlock.
  added.sort(byPlayer);
  if (added.some((each, i) => i > 0 && byPlayer(each, added[i - 1] as Added) === 0)) return null;
  try {
    known.keep(added, await write(client, added, read.sessionVersions));
    return outcomes;
  } catch (error) {
    known.forget(added.map(({ answer }) => answer));
    if (isConflict(error) || isStale(error)) return null;
    throw error;
  }
}

/**
 * Fails with a conflict or as stale, and then writes nothing, if anything that was read has changed. Returns the version
 * that the players' rows have now.
 */
async function write(
  client: Sql,
  added: readonly Added<VersionedPlayer>[],
  sessionVersions: ReadonlyMap<string, number>,
): Promise<number> {
  const sessions = numbered(added.map(({ answer }) => answer.sessionId));
  // To a choice there are few responses: each is sent, and parsed, once.
  const responses = numbered(added.map(({ answer }) => JSON.stringify(answer.response)));
  const versions = sessions.distinct.map((id) => sessionVersions.get(id) ?? 0);
  // In the select list, since each array would be a table of its own in the from clause; and the answers come out of the
  // update, so that nothing is kept twice: a fifth of what Postgres does for a group.
  const [written] = await client<{ rowVersion: number }[]>`
    with added as (
      select (${quotedList(sessions.distinct)}::text[])[session] as session_id,
        (${quotedList(responses.distinct)}::jsonb[])[response_number] as response, a.*
      from (select
        unnest(${sessions.numbers}::int[]) as session,
        unnest(${quotedList(added.map(({ answer }) => answer.playerId))}::text[]) as player_id,
        unnest(${list(added.map(({ answer }) => answer.questionIndex))}::int[]) as question_index,
        unnest(${responses.numbers}::int[]) as response_number,
        unnest(${list(added.map(({ answer }) => answer.correct))}::bool[]) as correct,
        unnest(${list(added.map(({ answer }) => answer.fraction))}::float8[]) as fraction,
        unnest(${list(added.map(({ answer }) => answer.points))}::int[]) as points,
        unnest(${list(added.map(({ answer }) => answer.streak))}::int[]) as streak,
        unnest(${list(added.map(({ answer }) => answer.elapsedMs))}::int[]) as elapsed_ms,
        unnest(${list(added.map(({ answer }) => answer.receivedAtMs))}::bigint[]) as received_at_ms,
        unnest(${list(added.map(({ player }) => player.rowVersion))}::xid[]) as row_version,
        unnest(${list(added.map(({ after }) => after.correctTimeMs))}::int[]) as correct_time_ms,
        unnest(${list(added.map(({ after }) => after.correctCount))}::int[]) as correct_count,
        unnest(${list(added.map(({ after }) => after.answeredCount))}::int[]) as answered_count,
        unnest(${list(added.map(({ after }) => after.streakIndex))}::int[]) as streak_index
      ) a
    ), updated as (
      update players p set score = p.score + a.points, correct_time_ms = a.correct_time_ms,
        correct_count = a.correct_count, answered_count = a.answered_count, streak = a.streak,
        streak_index = a.streak_index
      from added a
      where p.session_id = a.session_id and p.player_id = a.player_id and p.xmin = a.row_version
      returning a.session_id, a.question_index, a.player_id, a.response, a.correct, a.fraction, a.points, a.streak,
        a.elapsed_ms, a.received_at_ms
    ), inserted as (
      insert into answers (session_id, question_index, player_id, response, correct, fraction, points, streak,
        elapsed_ms, received_at_ms)
      select * from updated
    ), unchanged as (
      select 1 from sessions s
      join unnest(${quotedList(sessions.distinct)}::text[], ${list(versions)}::int[]) as v(id, version)
        on s.id = v.id and s.version = v.version
    )
    -- Dividing by zero ends the statement and undoes it (isStale).
    select pg_current_xact_id()::xid::text::bigint / (case
      when (select count(*) from updated) = ${added.length}::int
        and (select count(*) from unchanged) = ${versions.length}::int then 1 else 0 end) as "rowVersion"`;
  return written?.rowVersion ?? 0;
}

function byPlayer({ answer: a }: Added, { answer: b }: Added): number {
  return compare(a.sessionId, b.sessionId) || compare(a.playerId, b.playerId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
