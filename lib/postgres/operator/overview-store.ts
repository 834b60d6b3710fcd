import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { OverviewStore } from "../../operator/overview-store.ts";
import type { Database } from "../connection/client.ts";
import { accounts, sessions } from "../schema.ts";

export function postgresOverviewStore(db: Database): OverviewStore {
  return {
    openSessions: (limit) =>
      db
        .select({
          id: sessions.id,
          pin: sessions.pin,
          title: sql<string>`${sessions.quiz}->>'title'`,
          phase: sessions.phase,
          questions: sql<number>`jsonb_array_length(${sessions.quiz}->'questions')`,
          // The last number that was given out: counting ten thousand rows each time would cost a game something.
          joined: sql<number>`coalesce((select last_seq from session_counters where session_id = ${sessions.id}), 0)`,
          host: sql<
            string | null
          >`(select a.name from accounts a where a.id = coalesce(${sessions.madeBy}, ${sessions.accountId}))`,
          createdAtMs: sessions.createdAtMs,
        })
        .from(sessions)
        // A session that has not ended holds its PIN, by which it is found.
        .where(and(sessions.pinHeld, isNull(sessions.endedAtMs), eq(sessions.rehearsal, false)))
        .orderBy(desc(sessions.createdAtMs), desc(sessions.id))
        .limit(limit),

    async databaseBytes() {
      try {
        const [row] = await db.$client`select pg_database_size(current_database())::text as bytes`;
        return Number(row?.bytes ?? 0);
      } catch {
        return null;
      }
    },

    async firstWorkspace() {
      const [first] = await db
        .select({ id: accounts.id })
        .from(accounts)
        .where(isNull(accounts.workspaceId))
        .orderBy(asc(accounts.createdAtMs), asc(accounts.id))
        .limit(1);
      return first?.id ?? null;
    },
  };
}
