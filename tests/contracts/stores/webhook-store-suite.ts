import { expect, test } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { StoredWebhook, WebhookEvent } from "#lib/webhooks/webhook-store.ts";
import { newPlayer, type StoreContext } from "./store-context.ts";

const ALL: WebhookEvent[] = ["session.started", "session.ended", "session.results_ready", "player.joined"];

export function webhookStoreSuite(context: () => StoreContext): void {
  async function newWebhook(changes: Partial<StoredWebhook> = {}): Promise<StoredWebhook> {
    const webhook: StoredWebhook = {
      id: newId(),
      accountId: changes.accountId ?? (await context().newAccount()),
      url: "https://example.org/hook",
      description: "",
      events: ALL,
      active: true,
      salt: newId(),
      createdAtMs: 500,
      ...changes,
    };
    await context().webhooks.create(webhook);
    return webhook;
  }
  const told = async (id: string) =>
    (await context().webhooks.deliveries(id, 100)).map(({ event, payload }) => ({
      event,
      data: (JSON.parse(payload) as { data: Record<string, unknown> }).data,
    }));
  const lease = (nowMs: number, busy: string[] = [], perWebhook = 100) =>
    context().webhooks.lease({ nowMs, untilMs: nowMs + 60_000, perWebhook, limit: 1_000, busy });
  const leasedOf = async (id: string, nowMs: number, busy?: string[], perWebhook?: number) =>
    (await lease(nowMs, busy, perWebhook)).filter(({ webhookId }) => webhookId === id);

  test("[WH1] what happened since a webhook was made is noted once, whoever asks, and nothing of others", async () => {
    const { webhooks, newSession, players } = context();
    const webhook = await newWebhook();
    const other = await newWebhook();
    const quiet = await newWebhook({ accountId: webhook.accountId, events: ["session.ended"] });
    const session = await newSession({ accountId: webhook.accountId, startedAtMs: 2_000 });
    await newSession({ accountId: webhook.accountId, startedAtMs: 2_000, rehearsal: true });
    await newSession({ accountId: webhook.accountId, startedAtMs: 400 });
    await players.join([newPlayer(session.id, { name: "Ada", joinedAtMs: 1_500 })]);
    await Promise.all([webhooks.collect(0, 3_000), webhooks.collect(0, 3_000)]);
    await webhooks.collect(0, 3_000);
    const about = { sessionId: session.id, pin: session.pin, title: "Capitals" };
    const noted = await told(webhook.id);
    expect(noted).toHaveLength(2);
    expect(noted).toContainEqual({ event: "session.started", data: expect.objectContaining(about) });
    expect(noted).toContainEqual({
      event: "player.joined",
      data: expect.objectContaining({ ...about, name: "Ada" }),
    });
    expect(await told(other.id)).toEqual([]);
    expect(await told(quiet.id)).toEqual([]);
    await context().db
      .$client`update sessions set ended_at_ms = 4000, pin_held = false where id = ${session.id}`;
    await webhooks.collect(0, 5_000);
    expect((await told(webhook.id)).map(({ event }) => event).sort()).toEqual([...ALL].sort());
    expect((await told(quiet.id)).map(({ event }) => event)).toEqual(["session.ended"]);
  });

  test("[WH3] of two nodes one takes a delivery; what it does not settle is taken again after its lease", async () => {
    const { webhooks, newSession } = context();
    const webhook = await newWebhook();
    await newSession({ accountId: webhook.accountId, startedAtMs: 2_000 });
    await webhooks.collect(0, 10_000);
    const both = await Promise.all([leasedOf(webhook.id, 10_000), leasedOf(webhook.id, 10_000)]);
    expect(both.flat()).toHaveLength(1);
    const [first] = both.flat();
    expect(first).toMatchObject({ url: webhook.url, salt: webhook.salt, attempts: 1 });
    expect(await leasedOf(webhook.id, 69_999)).toEqual([]);
    expect(await leasedOf(webhook.id, 70_000)).toMatchObject([{ id: first!.id, attempts: 2 }]);
    const settled = { nextAtMs: null, status: 204, error: null, atMs: 71_000 };
    await webhooks.settle(first!.id, { state: "delivered", ...settled });
    expect(await leasedOf(webhook.id, 999_999)).toEqual([]);
    expect(await webhooks.deliveries(webhook.id, 10)).toMatchObject([
      { id: first!.id, state: "delivered", status: 204, attempts: 2, attemptedAtMs: 71_000 },
    ]);
    // The log has the way back.
    expect(await webhooks.replay(newId(), first!.id, 80_000)).toBe(false);
    expect(await webhooks.replay(webhook.id, first!.id, 80_000)).toBe(true);
    expect(await leasedOf(webhook.id, 80_000)).toMatchObject([{ id: first!.id, attempts: 1 }]);
  });

  test("[WH3] of one webhook only so many are taken, none of a busy or a paused one", async () => {
    const { webhooks, newSession } = context();
    const webhook = await newWebhook({ events: ["session.started"] });
    for (let i = 0; i < 5; i++) await newSession({ accountId: webhook.accountId, startedAtMs: 2_000 + i });
    await webhooks.collect(0, 10_000);
    expect(await leasedOf(webhook.id, 10_000, [webhook.id])).toEqual([]);
    await webhooks.update(webhook.accountId, webhook.id, { active: false });
    expect(await leasedOf(webhook.id, 10_000)).toEqual([]);
    await webhooks.update(webhook.accountId, webhook.id, { active: true });
    expect(await leasedOf(webhook.id, 10_000, [], 2)).toHaveLength(2);
    expect(await leasedOf(webhook.id, 10_000)).toHaveLength(3);
  });

  test("[WH4] a webhook is its account's alone, and gone with its deliveries", async () => {
    const { webhooks, newSession, newAccount } = context();
    const webhook = await newWebhook();
    const stranger = await newAccount();
    expect(await webhooks.get(stranger, webhook.id)).toBeNull();
    expect(await webhooks.update(stranger, webhook.id, { active: false })).toBeNull();
    expect(await webhooks.remove(stranger, webhook.id)).toBe(false);
    expect(await webhooks.list(webhook.accountId)).toEqual([webhook]);
    await newSession({ accountId: webhook.accountId, startedAtMs: 2_000 });
    await webhooks.collect(0, 10_000);
    await webhooks.removeOldDeliveries(10_000);
    expect(await told(webhook.id)).toHaveLength(1);
    await webhooks.removeOldDeliveries(10_001);
    expect(await told(webhook.id)).toEqual([]);
    expect(await webhooks.remove(webhook.accountId, webhook.id)).toBe(true);
  });
}
