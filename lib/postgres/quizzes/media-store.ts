import { type Clock, systemClock } from "../../kernel/clock.ts";
import { type MediaStore, PIECE_BYTES } from "../../quiz/media/media-store.ts";
import type { Database } from "../connection/client.ts";

export function postgresMediaStore(db: Database, clock: Clock = systemClock): MediaStore {
  const sql = db.$client;
  return {
    /**
     * Piece by piece, and readable once all are there. Not in a transaction: a film would hold the one connection of
     * the embedded database until its last piece. What an interrupted upload leaves is removed as unused.
     */
    async put(accountId, { id, bytes }) {
      await sql`
        insert into media (id, account_id, size, complete, created_at_ms)
        values (${id}, ${accountId}, ${bytes.byteLength}, false, ${clock.now()})`;
      for (let from = 0, index = 0; from < bytes.byteLength; from += PIECE_BYTES, index++) {
        const piece = Buffer.from(bytes.subarray(from, from + PIECE_BYTES));
        await sql`insert into media_pieces (media_id, index, bytes) values (${id}, ${index}, ${piece})`;
      }
      await sql`update media set complete = true where id = ${id}`;
    },

    async size(id) {
      const [row] = await sql<{ size: number }[]>`select size from media where id = ${id} and complete`;
      return row?.size ?? null;
    },

    async piece(id, index) {
      const [row] = await sql<{ bytes: Uint8Array }[]>`
        select bytes from media_pieces where media_id = ${id} and index = ${index}`;
      if (!row) throw new Error(`piece ${index} of ${id} is gone`);
      return row.bytes;
    },

    async owned(accountId, ids) {
      if (ids.length === 0) return new Set();
      const rows = await sql<{ id: string }[]>`
        select id from media where account_id = ${accountId} and complete and id = any(${[...ids]}::text[])`;
      return new Set(rows.map(({ id }) => id));
    },

    async bytesOf(accountId) {
      const [row] = await sql<{ total: number }[]>`
        select coalesce(sum(size), 0)::bigint as total from media where account_id = ${accountId}`;
      return row?.total ?? 0;
    },

    async removeUnused(storedBeforeMs) {
      // Whatever has an `id` inside a quiz, or inside the look of a session, is a medium.
      const removed = await sql`
        with old as (select id, account_id from media where created_at_ms < ${storedBeforeMs}),
        used as (
          select jsonb_path_query(quiz, '$.**.id') #>> '{}' as id from quizzes
          where account_id in (select account_id from old)
          union
          select jsonb_path_query(v.quiz, '$.**.id') #>> '{}' from quiz_versions v
          join quizzes q on q.id = v.quiz_id where q.account_id in (select account_id from old)
          union
          select jsonb_path_query(quiz, '$.**.id') #>> '{}' from sessions
          where account_id in (select account_id from old)
          union
          select jsonb_path_query(settings, '$.room.*.id') #>> '{}' from sessions
          where account_id in (select account_id from old)
        )
        delete from media using old
        where media.id = old.id and not exists (select 1 from used where used.id = media.id)`;
      return removed.count;
    },
  };
}
