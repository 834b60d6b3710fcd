import type { Fragment, Sql } from "postgres";
import { type Clock, systemClock } from "../../kernel/clock.ts";
import type { QuizDraft } from "../../quiz/drafts/quiz-draft.ts";
import type { LibraryStore, SearchedWord, Shelf, Sort, Wanted } from "../../quiz/library/library-store.ts";
import { foundBy, sortedAs } from "../../quiz/library/search-words.ts";
import type { QuizSummary } from "../../quiz/quiz-store.ts";
import type { Database } from "../connection/client.ts";
import { writeTrouble } from "../connection/errors.ts";
import { QUIZ_SUMMARY } from "./quiz-summary.ts";

/**
 * What a quiz is found by is made of its texts when somebody searches, and kept with the version it was made of
 * (`read_version`): saving stays as cheap as it was, and quizzes that an older server saves are found as well.
 */
export function postgresLibraryStore({ $client: sql }: Database, clock: Clock = systemClock): LibraryStore {
  return {
    async page(accountId, wanted) {
      if (wanted.words !== null || wanted.sort === "title") await readIfPossible(sql, accountId);
      const which = fitting(sql, accountId, wanted);
      const { key, after, order } = sorted(sql, wanted);
      const [rows, [counted]] = await Promise.all([
        // Which ones comes first: what a card shows is read of these alone.
        sql<(QuizSummary & { sortedBy: string | number })[]>`
          with page as (
            select q.id, ${key} as sorted_by from quizzes q
            where ${which} ${after} order by ${order} limit ${wanted.limit + 1}
          )
          select ${sql.unsafe(QUIZ_SUMMARY)}, page.sorted_by as "sortedBy"
          from page join quizzes q on q.id = page.id order by ${order}`,
        sql<{ total: number }[]>`select count(*) as total from quizzes q where ${which}`,
      ]);
      const shown = rows.slice(0, wanted.limit);
      const last = rows.length > wanted.limit ? shown.at(-1) : undefined;
      return {
        quizzes: shown.map(({ sortedBy: _, ...summary }) => summary),
        total: Number(counted?.total ?? 0),
        next: last ? { key: last.sortedBy, id: last.id } : null,
      };
    },

    async shelves(accountId) {
      const [[counts], folders, tags] = await Promise.all([
        sql<{ active: number; archived: number; trashed: number }[]>`
          select count(*) filter (where trashed_at_ms is null and archived_at_ms is null) as active,
            count(*) filter (where trashed_at_ms is null and archived_at_ms is not null) as archived,
            count(*) filter (where trashed_at_ms is not null) as trashed
          from quizzes where account_id = ${accountId}`,
        sql<{ name: string; quizzes: number }[]>`
          select folder as name, count(*) as quizzes from quizzes
          where account_id = ${accountId} and trashed_at_ms is null and archived_at_ms is null and folder is not null
          group by folder order by lower(folder), folder`,
        sql<{ name: string; quizzes: number }[]>`
          select tag as name, count(*) as quizzes from quizzes, unnest(tags) as tag
          where account_id = ${accountId} and trashed_at_ms is null and archived_at_ms is null
          group by tag order by lower(tag), tag`,
      ]);
      return {
        active: Number(counts?.active ?? 0),
        archived: Number(counts?.archived ?? 0),
        trashed: Number(counts?.trashed ?? 0),
        folders: [...folders],
        tags: [...tags],
      };
    },

    async place(accountId, quizId, { folder, tags, archived }) {
      const [row] = await sql<QuizSummary[]>`
        update quizzes q set
          folder = ${folder === undefined ? sql`folder` : folder},
          tags = ${tags === undefined ? sql`tags` : sql`${tags}::text[]`},
          read_version = ${tags === undefined ? sql`read_version` : null},
          archived_at_ms = ${
            archived === undefined
              ? sql`archived_at_ms`
              : archived
                ? sql`coalesce(archived_at_ms, ${clock.now()})`
                : null
          }
        where id = ${quizId} and account_id = ${accountId} and trashed_at_ms is null
        returning ${sql.unsafe(QUIZ_SUMMARY)}`;
      return row ?? null;
    },

    async trash(accountId, quizId) {
      const trashed = await sql`
        update quizzes set trashed_at_ms = ${clock.now()}
        where id = ${quizId} and account_id = ${accountId} and trashed_at_ms is null`;
      return trashed.count > 0;
    },

    async restore(accountId, quizId) {
      const restored = await sql`
        update quizzes set trashed_at_ms = null
        where id = ${quizId} and account_id = ${accountId} and trashed_at_ms is not null`;
      return restored.count > 0;
    },

    async emptyTrash(accountId) {
      const removed = await sql`
        delete from quizzes where account_id = ${accountId} and trashed_at_ms is not null`;
      return removed.count;
    },

    async removeTrashed(trashedBeforeMs) {
      const removed = await sql`delete from quizzes where trashed_at_ms < ${trashedBeforeMs}`;
      return removed.count;
    },

    readUnread: () => readUnread(sql),
  };
}

function fitting(sql: Sql, accountId: string, { words, folder, tag, shelf }: Wanted): Fragment {
  return sql`q.account_id = ${accountId} and ${sql.unsafe(ON_SHELF[shelf])}
    ${folder === undefined ? sql`` : folder === null ? sql`and q.folder is null` : sql`and q.folder = ${folder}`}
    ${tag === undefined ? sql`` : sql`and q.tags @> array[${tag}]::text[]`}
    ${words === null ? sql`` : words.length === 0 ? sql`and false` : found(sql, accountId, words)}`;
}

/** Looked up first and by the index of texts: sorted by another index, a rare word would be looked for in every quiz. */
function found(sql: Sql, accountId: string, words: SearchedWord[]): Fragment {
  return sql`and q.id = any(array(
    select f.id from quizzes f where f.account_id = ${accountId} and f.found_by @@ ${asQuery(words)}::tsquery))`;
}

const ON_SHELF: Record<Shelf, string> = {
  active: "q.trashed_at_ms is null and q.archived_at_ms is null",
  archived: "q.trashed_at_ms is null and q.archived_at_ms is not null",
  all: "q.trashed_at_ms is null",
  trash: "q.trashed_at_ms is not null",
};

/** The sort key, the quizzes after a position, and the order. Ids break ties. */
function sorted(sql: Sql, { sort, after }: Wanted) {
  const key = keyOf(sql, sort);
  if (sort === "title")
    return {
      key,
      after: after ? sql`and (${key}, q.id) > (${String(after.key)}, ${after.id})` : sql``,
      order: sql`${key} asc, q.id asc`,
    };
  return {
    key,
    after: after ? sql`and (${key}, q.id) < (${Number(after.key)}::bigint, ${after.id})` : sql``,
    order: sql`${key} desc, q.id desc`,
  };
}

function keyOf(sql: Sql, sort: Sort): Fragment {
  switch (sort) {
    case "changed":
      return sql`q.updated_at_ms`;
    // Byte by byte, so that every database sorts alike.
    case "title":
      return sql`coalesce(q.title_key, '') collate "C"`;
    case "played":
      return sql`coalesce((select max(s.created_at_ms) from sessions s where s.quiz_id = q.id and not s.rehearsal), 0)`;
    default:
      return sort satisfies never;
  }
}

function asQuery(words: readonly SearchedWord[]): string {
  // Words hold letters, marks and figures only; quoted all the same, as Postgres asks for.
  return words
    .map(({ text, prefix }) => `'${text.replace(/['\\]/g, "$&$&")}'${prefix ? ":*" : ""}`)
    .join(" & ");
}

/** Where nothing can be stored just now, what was read before is still found. */
async function readIfPossible(sql: Sql, accountId: string): Promise<void> {
  try {
    await readUnread(sql, accountId);
  } catch (error) {
    if (writeTrouble(error) === null) throw error;
  }
}

/** Few enough that a quiz of two megabytes does no harm. */
const READ_AT_ONCE = 25;

interface Unread {
  id: string;
  version: number;
  quiz: QuizDraft;
  tags: string[];
}

/** Reads what was saved since it was last read, of one account or of all. What is saved meanwhile is read again. */
async function readUnread(sql: Sql, accountId?: string): Promise<void> {
  let after = "";
  for (;;) {
    const rows = await sql<Unread[]>`
      select id, version, quiz, tags from quizzes
      where read_version is distinct from version and id > ${after}
        ${accountId === undefined ? sql`` : sql`and account_id = ${accountId}`}
      order by id limit ${READ_AT_ONCE}`;
    if (rows.length === 0) return;
    after = rows.at(-1)!.id;
    const read = rows.map(({ id, version, quiz, tags }) => ({
      id,
      version,
      tags,
      title: sortedAs(quiz.title),
      words: foundBy(quiz, tags),
    }));
    await sql`
      update quizzes q set read_version = r.version, title_key = r.title,
        found_by = array_to_tsvector(array(select jsonb_array_elements_text(r.words)))
      from jsonb_to_recordset(${JSON.stringify(read)}::text::jsonb)
        as r(id text, version int, tags jsonb, title text, words jsonb)
      where q.id = r.id and q.version = r.version and to_jsonb(q.tags) = r.tags`;
    if (rows.length < READ_AT_ONCE) return;
  }
}
