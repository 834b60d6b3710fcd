import type { Sql } from "postgres";
import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import { countedIds, withQuestionIds } from "../../quiz/question-ids.ts";
import {
  type KeptVersion,
  type VersionOfQuiz,
  versionsToDrop,
  WORK_MS,
} from "../../quiz/versions/versions.ts";

/**
 * Keeps what stands in the row before it is overwritten, if it is one to come back to, and thins what was kept. A save that
 * comes between this and its own overwrites a version that is kept, or none; neither loses anything.
 */
export async function keepVersion(
  sql: Sql,
  { accountId, quizId, savedBy, nowMs, always }: Keeping,
): Promise<void> {
  const kept = await sql`
    insert into quiz_versions (quiz_id, version, quiz, saved_at_ms, saved_by)
    select q.id, q.version, q.quiz, q.updated_at_ms, q.saved_by from quizzes q
    where q.id = ${quizId} and q.account_id = ${accountId} and (
      ${always} or q.saved_by is distinct from ${savedBy} or q.updated_at_ms <= ${nowMs - WORK_MS}
      or not exists (
        select 1 from quiz_versions v where v.quiz_id = q.id and v.saved_at_ms > q.updated_at_ms - ${WORK_MS}::bigint
      )
    )
    on conflict do nothing`;
  if (kept.count === 0) return;
  const all = await sql<{ version: number; savedAtMs: number }[]>`
    select version, saved_at_ms as "savedAtMs" from quiz_versions where quiz_id = ${quizId}`;
  const dropped = versionsToDrop(all, nowMs);
  if (dropped.length > 0)
    await sql`delete from quiz_versions where quiz_id = ${quizId} and version = any(${dropped}::int[])`;
}

interface Keeping {
  accountId: string;
  quizId: string;
  /** The host who saves now. */
  savedBy: string;
  nowMs: number;
  /** However lately one was kept. */
  always: boolean;
}

/** The newest first, what stands in the row now among them; empty if there is no such quiz. */
export async function listVersions(sql: Sql, accountId: string, quizId: string): Promise<KeptVersion[]> {
  return [
    ...(await sql<KeptVersion[]>`
      with own as (
        select * from quizzes where id = ${quizId} and account_id = ${accountId} and trashed_at_ms is null
      ),
      versions as (
        select version, quiz, updated_at_ms as saved_at_ms, saved_by from own
        union all
        select v.version, v.quiz, v.saved_at_ms, v.saved_by from quiz_versions v join own on own.id = v.quiz_id
        where v.version < own.version
      )
      select v.version, v.saved_at_ms as "savedAtMs", a.name as "savedBy",
        coalesce(v.quiz->>'title', '') as title, jsonb_array_length(v.quiz->'questions') as questions
      from versions v left join accounts a on a.id = v.saved_by order by v.version desc`),
  ];
}

export async function readVersion(
  sql: Sql,
  accountId: string,
  { quizId, version }: { quizId: string; version: number },
): Promise<VersionOfQuiz | null> {
  const [row] = await sql<(Omit<VersionOfQuiz, "quiz"> & { quiz: QuizDraft })[]>`
    with own as (
      select * from quizzes where id = ${quizId} and account_id = ${accountId} and trashed_at_ms is null
    ),
    found as (
      select version, quiz, updated_at_ms as saved_at_ms, saved_by from own where version = ${version}
      union all
      select v.version, v.quiz, v.saved_at_ms, v.saved_by from quiz_versions v join own on own.id = v.quiz_id
      where v.version = ${version} and v.version < own.version
    )
    select f.version, f.quiz, f.saved_at_ms as "savedAtMs", a.name as "savedBy"
    from found f left join accounts a on a.id = f.saved_by limit 1`;
  if (!row) return null;
  return { ...row, quiz: { ...row.quiz, questions: withQuestionIds(row.quiz.questions, [], countedIds()) } };
}
