import type { Sql } from "postgres";
import { DAY_MS, dueBeforeMs, KEEP_ALL, type Retention } from "../../session/retention.ts";
import type { RetentionStore } from "../../session/retention-store.ts";
import type { Database } from "../connection/client.ts";
import { transact } from "../connection/transaction.ts";

export function postgresRetentionStore({ $client: client }: Database): RetentionStore {
  return {
    async get(workspaceId) {
      const [row] = await client<Retention[]>`
        select names_days as "replaceNamesAfterDays", sessions_days as "deleteSessionsAfterDays"
        from retention where account_id = ${workspaceId}`;
      return row ? { ...row } : KEEP_ALL;
    },

    async set(workspaceId, { replaceNamesAfterDays, deleteSessionsAfterDays }) {
      await client`
        insert into retention (account_id, names_days, sessions_days)
        values (${workspaceId}, ${replaceNamesAfterDays}, ${deleteSessionsAfterDays})
        on conflict (account_id) do update set names_days = excluded.names_days, sessions_days = excluded.sessions_days`;
    },

    async preview(workspaceId, { replaceNamesAfterDays, deleteSessionsAfterDays }, nowMs) {
      const namesBefore = dueBeforeMs(replaceNamesAfterDays, nowMs);
      const deletedBefore = dueBeforeMs(deleteSessionsAfterDays, nowMs);
      const [names, deletions] = await Promise.all([
        count(
          client,
          client`s.account_id = ${workspaceId} and s.ended_at_ms < ${namesBefore}::bigint
            and s.names_replaced_at_ms is null
            and (${deletedBefore}::bigint is null or s.ended_at_ms >= ${deletedBefore}::bigint)`,
        ),
        count(client, client`s.account_id = ${workspaceId} and s.ended_at_ms < ${deletedBefore}::bigint`),
      ]);
      return { names, deletions };
    },

    async due(nowMs, limit) {
      const [deletions, names] = await Promise.all([
        client<{ id: string }[]>`
          select s.id from retention r join sessions s on s.account_id = r.account_id
          where s.ended_at_ms < ${nowMs} - r.sessions_days::bigint * ${DAY_MS}
          order by s.ended_at_ms limit ${limit}`,
        client<{ id: string }[]>`
          select s.id from retention r join sessions s on s.account_id = r.account_id
          where s.ended_at_ms < ${nowMs} - r.names_days::bigint * ${DAY_MS} and s.names_replaced_at_ms is null
          order by s.ended_at_ms limit ${limit}`,
      ]);
      const deleted = new Set(deletions.map(({ id }) => id));
      return { deletions: [...deleted], names: names.map(({ id }) => id).filter((id) => !deleted.has(id)) };
    },

    replaceNames: (sessionId, nowMs) =>
      transact(client, async (tx) => {
        // In the order in which joins and groups of answers lock.
        await tx`select 1 from session_counters where session_id = ${sessionId} for update`;
        await tx`select 1 from players where session_id = ${sessionId} order by player_id for update`;
        const marked = await tx`update sessions set names_replaced_at_ms = ${nowMs} where id = ${sessionId}`;
        if (marked.count === 0) return false;
        // No name that is typed has a control character in its key, so no two meet on the way.
        await tx`
          update players set name = 'Player ' || seq, name_key = chr(1) || seq, join_key = null, network = null,
            seat_offer = null, seat_offer_until_ms = null
          where session_id = ${sessionId}`;
        return true;
      }),

    async namesReplacedAtMs(sessionId) {
      const [row] = await client<{ atMs: number | null }[]>`
        select names_replaced_at_ms::float8 as "atMs" from sessions where id = ${sessionId}`;
      return row?.atMs ?? null;
    },
  };
}

async function count(client: Sql, which: ReturnType<Sql>): Promise<{ sessions: number; players: number }> {
  const [row] = await client<{ sessions: number; players: number }[]>`
    select count(*)::int as sessions,
      coalesce(sum((select count(*) from players p where p.session_id = s.id)), 0)::int as players
    from sessions s where not s.rehearsal and ${which}`;
  return { ...row! };
}
