import { eq } from "drizzle-orm";
import type { NodeFacts } from "../../operator/node-facts.ts";
import { KNOWN_MS, type NodeStore, SILENT_AFTER_MS } from "../../operator/node-store.ts";
import type { Database } from "../connection/client.ts";
import { transact } from "../connection/transaction.ts";
import { nodes } from "../schema.ts";

export function postgresNodeStore(db: Database): NodeStore {
  const sql = db.$client;
  const nowMs = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

  return {
    async beat(id, facts) {
      const [row] = await sql`
        insert into nodes (id, beat_at_ms, facts) values (${id}, ${nowMs}, ${JSON.stringify(facts)}::text::jsonb)
        on conflict (id) do update set beat_at_ms = excluded.beat_at_ms, facts = excluded.facts
        returning drain_asked_at_ms is not null as "drainAsked"`;
      return { drainAsked: row?.drainAsked === true };
    },

    async list() {
      // Few, and so are those who ask: here is the place to forget.
      await sql`delete from nodes where beat_at_ms < ${nowMs} - ${KNOWN_MS}::bigint`;
      const rows = await sql<{ id: string; facts: NodeFacts; drainAsked: boolean; silentMs: number }[]>`
        select id, facts, drain_asked_at_ms is not null as "drainAsked",
          greatest(0, ${nowMs} - beat_at_ms) as "silentMs"
        from nodes order by (facts->>'startedAtMs')::bigint, id limit 100`;
      return [...rows];
    },

    askDrain: (id, asked, { force }) =>
      transact(sql, async (tx) => {
        // Of two nodes that are drained at once, the second is the last one.
        await tx`select pg_advisory_xact_lock(${DRAIN_LOCK})`;
        const heard = tx`beat_at_ms > ${nowMs} - ${SILENT_AFTER_MS}::bigint`;
        const [node] = await tx`select ${heard} as heard from nodes where id = ${id}`;
        if (!node) return "unknown";
        if (!node.heard) return "silent";
        const [others] = await tx`
          select count(*)::int as count from nodes
          where id <> ${id} and ${heard} and drain_asked_at_ms is null and not (facts->>'draining')::boolean`;
        if (asked && !force && others?.count === 0) return "last";
        await tx`update nodes set drain_asked_at_ms = ${asked ? nowMs : null} where id = ${id}`;
        return "asked";
      }),

    async leave(id) {
      await db.delete(nodes).where(eq(nodes.id, id));
    },
  };
}

/** "ovdr" in ASCII; see migrate.ts. */
const DRAIN_LOCK = 0x6f766472;
