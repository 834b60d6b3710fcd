import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { WebhookEvent, WebhookStore } from "../webhooks/webhook-store.ts";
import type { Database } from "./connection/client.ts";
import { webhookDeliveries as deliveries, webhooks } from "./schema.ts";

export function postgresWebhookStore(db: Database): WebhookStore {
  const own = (accountId: string, id: string) => and(eq(webhooks.id, id), eq(webhooks.accountId, accountId));

  return {
    async create(webhook) {
      await db.insert(webhooks).values(webhook);
    },

    list: (accountId) =>
      db
        .select()
        .from(webhooks)
        .where(eq(webhooks.accountId, accountId))
        .orderBy(asc(webhooks.createdAtMs), asc(webhooks.id)),

    async get(accountId, id) {
      const [row] = await db.select().from(webhooks).where(own(accountId, id));
      return row ?? null;
    },

    async update(accountId, id, changes) {
      const [row] = await db.update(webhooks).set(changes).where(own(accountId, id)).returning();
      return row ?? null;
    },

    async remove(accountId, id) {
      const removed = await db.delete(webhooks).where(own(accountId, id)).returning({ id: webhooks.id });
      return removed.length > 0;
    },

    async collect(sinceMs, nowMs) {
      // A database without webhooks is asked for no more than that.
      const noted = await db.$client`
        with asked as (
          select id as webhook_id, account_id, events, greatest(created_at_ms, ${sinceMs}::bigint) as since_ms
          from webhooks where active
        ), played as (
          select a.webhook_id, a.events, a.since_ms, s.id, s.started_at_ms, s.ended_at_ms,
            jsonb_build_object('sessionId', s.id, 'pin', s.pin, 'quizId', s.quiz_id, 'title', s.quiz->>'title') as data
          from asked a join sessions s on s.account_id = a.account_id
          where not s.rehearsal and s.created_at_ms > a.since_ms - 172800000
            and (s.ended_at_ms is null or s.ended_at_ms >= a.since_ms)
        ), happened as (
          select webhook_id, 'session.started' as event, id as subject, started_at_ms as at_ms, data
          from played where 'session.started' = any(events) and started_at_ms >= since_ms
          union all
          select webhook_id, 'session.ended', id, ended_at_ms, data
          from played where 'session.ended' = any(events) and ended_at_ms >= since_ms
          union all
          select webhook_id, 'session.results_ready', id, ended_at_ms,
            data || jsonb_build_object('results', '/api/v1/sessions/' || id || '/results')
          from played
          where 'session.results_ready' = any(events) and ended_at_ms >= since_ms and started_at_ms is not null
          union all
          select f.webhook_id, 'player.joined', p.player_id, p.joined_at_ms,
            f.data || jsonb_build_object('playerId', p.player_id, 'name', p.name)
          from played f join players p on p.session_id = f.id
          where 'player.joined' = any(f.events) and p.joined_at_ms >= f.since_ms and p.removed_at_ms is null
        )
        insert into webhook_deliveries
          (id, webhook_id, event, subject, payload, state, attempts, next_at_ms, created_at_ms)
        select 'msg_' || replace(gen_random_uuid()::text, '-', ''), h.webhook_id, h.event, h.subject,
          jsonb_build_object(
            'type', h.event,
            'timestamp', to_char(to_timestamp(h.at_ms / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'data', h.data
          )::text,
          'pending', 0, ${nowMs}::bigint, ${nowMs}::bigint
        from happened h
        where not exists (
          select from webhook_deliveries d
          where d.webhook_id = h.webhook_id and d.event = h.event and d.subject = h.subject
        )
        on conflict (webhook_id, event, subject) do nothing`;
      return noted.count;
    },

    async lease({ nowMs, untilMs, perWebhook, limit, busy }) {
      // A second node waits for these rows, finds them taken, and leaves them.
      const rows = await db.$client`
        update webhook_deliveries d set next_at_ms = ${untilMs}::bigint, attempts = d.attempts + 1
        from webhooks w
        where w.id = d.webhook_id and w.active and d.next_at_ms <= ${nowMs}::bigint and d.id in (
          select id from (
            select id, next_at_ms, row_number() over (partition by webhook_id order by next_at_ms, id) as place
            from webhook_deliveries
            where next_at_ms <= ${nowMs}::bigint and webhook_id <> all(${busy}::text[])
              and webhook_id in (select id from webhooks where active)
          ) due where place <= ${perWebhook} order by place, next_at_ms limit ${limit}
        )
        returning d.id, d.webhook_id, w.url, w.salt, d.payload, d.attempts`;
      return rows.map(({ id, webhook_id, url, salt, payload, attempts }) => ({
        id,
        webhookId: webhook_id,
        url,
        salt,
        payload,
        attempts,
      }));
    },

    async settle(id, { state, nextAtMs, status, error, atMs }) {
      await db
        .update(deliveries)
        .set({ state, nextAtMs, status, error, attemptedAtMs: atMs })
        .where(eq(deliveries.id, id));
    },

    async deliveries(webhookId, limit) {
      const rows = await db
        .select()
        .from(deliveries)
        .where(eq(deliveries.webhookId, webhookId))
        .orderBy(desc(deliveries.createdAtMs), desc(deliveries.id))
        .limit(limit);
      return rows.map(({ webhookId: _, subject: __, ...row }) => ({
        ...row,
        event: row.event as WebhookEvent,
      }));
    },

    async replay(webhookId, id, nowMs) {
      const replayed = await db
        .update(deliveries)
        .set({ state: "pending", attempts: 0, nextAtMs: nowMs, error: null, status: null })
        .where(and(eq(deliveries.id, id), eq(deliveries.webhookId, webhookId)))
        .returning({ id: deliveries.id });
      return replayed.length > 0;
    },

    async removeOldDeliveries(beforeMs) {
      await db.delete(deliveries).where(lt(deliveries.createdAtMs, beforeMs));
    },
  };
}
