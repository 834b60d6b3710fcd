import type { Sql, TransactionSql } from "postgres";
import type { Response } from "../../quiz/response.ts";
import type { StoredAnswer } from "../../session/answer-store.ts";
import type { Player } from "../../session/player-store.ts";
import type { RegradeStore, Rewrite, Rewritten } from "../../session/regrade-store.ts";
import type { Regrade } from "../../session/regrades.ts";
import type { Session } from "../../session/session.ts";
import { list } from "../arrays.ts";
import type { Database } from "../connection/client.ts";
import { transact } from "../connection/transaction.ts";
import { ANSWER_COLUMNS, PLAYER_COLUMNS } from "../rows.ts";
import { type StoredSession, withDefaults } from "../sessions/session-store.ts";
import { storeTotals } from "./player-totals.ts";
import { readResponseCounts } from "./response-counts.ts";

/** So many players' answers are in memory at once: a session of ten thousand has half a million. */
const PLAYERS_AT_ONCE = 1_000;

export function postgresRegradeStore({ $client: client }: Database): RegradeStore {
  return {
    list: (sessionId) => readRegrades(client, sessionId),

    rewrite: (sessionId, plan, mode) =>
      transact(client, async (tx) => {
        const apply = mode === "apply";
        // Players first, in the order groups of answers lock, so that running commits finish before this goes on.
        const players = await readPlayers(tx, sessionId, apply);
        const before = await readSession(tx, sessionId, apply);
        if (!before) return null;
        const planned = plan({ session: before, regrades: await readRegrades(tx, sessionId) });
        if (!planned.ok) return planned;
        const { next, regrade, recount } = planned.value;
        const after = await recomputeAll(tx, planned.value, players, apply);
        let session = next;
        if (apply) {
          if (recount) {
            const rows = await readResponseCounts(tx, sessionId, recount.index);
            session = recount.withResult(next, recount.result(rows));
          }
          await writeSession(tx, session);
          await writeRegrade(tx, regrade);
        }
        return { ok: true, value: { before, session, regrade, players: present(players, after) } };
      }),
  };
}

function readPlayers(tx: TransactionSql, sessionId: string, locked: boolean): Promise<Player[]> {
  return tx<Player[]>`
    select ${tx.unsafe(PLAYER_COLUMNS)} from players p where p.session_id = ${sessionId}
    order by p.session_id, p.player_id ${locked ? tx`for no key update` : tx``}`;
}

async function readSession(tx: TransactionSql, sessionId: string, locked: boolean): Promise<Session | null> {
  const [row] = await tx<StoredSession[]>`
    select id, pin, account_id as "accountId", quiz_id as "quizId", quiz, settings, phase, version, locked, voided,
      regradings, moderation, teams, rehearsal, made_by as "madeBy", created_at_ms as "createdAtMs", started_at_ms as "startedAtMs"
    from sessions where id = ${sessionId} ${locked ? tx`for no key update` : tx``}`;
  return row ? withDefaults(row) : null;
}

async function readRegrades(sql: Sql | TransactionSql, sessionId: string): Promise<Regrade[]> {
  return [
    ...(await sql<Regrade[]>`
      select id, session_id as "sessionId", at_ms as "atMs", by, reason, changes, profile, was, undone
      from regrades where session_id = ${sessionId} order by place`),
  ];
}

/** Every answer and every total again; returns the totals by player. Removed players are counted like any other. */
async function recomputeAll(
  tx: TransactionSql,
  rewrite: Rewrite,
  players: readonly Player[],
  apply: boolean,
): Promise<Map<string, Player>> {
  const { id: sessionId, quiz } = rewrite.next;
  const questions = quiz.questions.length;
  const responses = new Map<number, Response[]>();
  for (const index of rewrite.needsResponses) responses.set(index, await readResponses(tx, sessionId, index));
  const recompute = rewrite.recompute(responses);
  const totals = new Map<string, Player>();
  for (let first = 0; first < players.length; first += PLAYERS_AT_ONCE) {
    const some = players.slice(first, first + PLAYERS_AT_ONCE);
    const answersOf = await readAnswers(tx, sessionId, questions, some);
    const regraded: StoredAnswer[] = [];
    const changed: Player[] = [];
    for (const player of some) {
      const answers = answersOf.get(player.playerId) ?? [];
      const { outcomes, totals: counted } = recompute(answers);
      const after = { ...player, ...counted };
      totals.set(player.playerId, after);
      if (differs(player, counted)) changed.push(after);
      for (const answer of answers) {
        const outcome = outcomes.get(answer.questionIndex);
        if (outcome && differs(answer, outcome)) regraded.push({ ...answer, ...outcome });
      }
    }
    if (!apply) continue;
    if (regraded.length > 0) await writeOutcomes(tx, sessionId, regraded);
    if (changed.length > 0) await storeTotals(tx, changed);
  }
  return totals;
}

async function readResponses(tx: TransactionSql, sessionId: string, index: number): Promise<Response[]> {
  const rows = await tx<{ response: Response }[]>`
    select distinct response from answers where session_id = ${sessionId} and question_index = ${index}`;
  return rows.map(({ response }) => response);
}

async function readAnswers(
  tx: TransactionSql,
  sessionId: string,
  questions: number,
  players: readonly Player[],
) {
  // One look-up by the primary key each: asked for a thousand players at once, the planner walks all answers for each.
  const rows = await tx<StoredAnswer[]>`
    select a.* from unnest(${players.map((player) => player.playerId)}::text[]) as wanted(player_id)
    cross join generate_series(0, ${questions - 1}::int) as asked(question_index)
    cross join lateral (
      select ${tx.unsafe(ANSWER_COLUMNS)} from answers a
      where a.session_id = ${sessionId} and a.question_index = asked.question_index
        and a.player_id = wanted.player_id limit 1) a`;
  const answersOf = new Map<string, StoredAnswer[]>();
  for (const answer of rows) {
    const known = answersOf.get(answer.playerId);
    if (known) known.push(answer);
    else answersOf.set(answer.playerId, [answer]);
  }
  return answersOf;
}

function differs<T extends object>(stored: T, decided: Partial<T>): boolean {
  return (Object.keys(decided) as (keyof T)[]).some((field) => stored[field] !== decided[field]);
}

function writeOutcomes(tx: TransactionSql, sessionId: string, answers: readonly StoredAnswer[]) {
  return tx`
    update answers a set correct = o.correct, fraction = o.fraction, points = o.points, streak = o.streak
    from unnest(
      ${list(answers.map((a) => a.questionIndex))}::int[], ${answers.map((a) => a.playerId)}::text[],
      ${list(answers.map((a) => a.correct))}::bool[], ${list(answers.map((a) => a.fraction))}::float8[],
      ${list(answers.map((a) => a.points))}::int[], ${list(answers.map((a) => a.streak))}::int[]
    ) as o(question_index, player_id, correct, fraction, points, streak)
    where a.session_id = ${sessionId} and a.question_index = o.question_index and a.player_id = o.player_id`;
}

function writeSession(tx: TransactionSql, next: Session) {
  const { quiz, settings, phase, voided, version, regradings = 0 } = next;
  return tx`
    update sessions set quiz = ${JSON.stringify(quiz)}::text::jsonb,
      settings = ${JSON.stringify(settings)}::text::jsonb, phase = ${JSON.stringify(phase)}::text::jsonb,
      voided = ${JSON.stringify(voided)}::text::jsonb, version = ${version}, regradings = ${regradings}
    where id = ${next.id}`;
}

function writeRegrade(tx: TransactionSql, regrade: Regrade) {
  const { id, sessionId, atMs, by, reason, changes, profile, was, undone } = regrade;
  const written = undone === null ? null : JSON.stringify(undone);
  return tx`
    insert into regrades (id, session_id, place, at_ms, by, reason, changes, profile, was, undone)
    values (${id}, ${sessionId},
      (select coalesce(max(place), 0) + 1 from regrades where session_id = ${sessionId}), ${atMs},
      ${JSON.stringify(by)}::text::jsonb, ${reason}, ${JSON.stringify(changes)}::text::jsonb, ${profile},
      ${JSON.stringify(was)}::text::jsonb, ${written}::text::jsonb)
    on conflict (id) do update set undone = excluded.undone`;
}

function present(before: readonly Player[], after: ReadonlyMap<string, Player>): Rewritten["players"] {
  return before
    .filter(({ removedAtMs }) => removedAtMs === null)
    .map((player) => ({ before: player, after: after.get(player.playerId) ?? player }))
    .sort((a, b) => a.before.seq - b.before.seq);
}
