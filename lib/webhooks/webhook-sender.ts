import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryOutcome, LeasedDelivery, WebhookStore } from "./webhook-store.ts";

/**
 * Tells webhooks what happened. Twice a minute, and soon after something happened here, it notes what is new and takes
 * what is due; any node does, and what a node has taken when it dies is taken again after its lease. Of one webhook few
 * are under way at once, so that a target that hangs keeps nothing from others.
 */
export interface WebhookSender {
  /** Something may have happened that a webhook asked for. */
  poke(): void;
  stop(): Promise<void>;
}

/** Ten attempts over a day. */
export const RETRY_AFTER_MS = [
  ...[5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000],
  ...[3_600_000, 2 * 3_600_000, 4 * 3_600_000, 16 * 3_600_000],
] as const;

const EVERY_MS = 30_000;
const SOON_MS = 1_000;
const PER_WEBHOOK = 4;
const AT_ONCE = 16;
const LEASE_MS = 60_000;
/** What happened while no server ran is told for a day. */
const LOOKS_BACK_MS = 24 * 3_600_000;
const KEPT_MS = 7 * 24 * 3_600_000;
const TIMEOUT_MS = 10_000;
/** So long attempts may take that are under way when the server stops. */
const STOP_MS = 1_500;
const ERROR_MAX = 300;

interface Deps {
  store: Pick<WebhookStore, "collect" | "lease" | "settle" | "removeOldDeliveries">;
  send(delivery: LeasedDelivery, timeoutMs: number): Promise<{ status: number }>;
  now(): number;
  random(): number;
  onError(error: unknown): void;
}

export function createWebhookSender({ store, send, now, random, onError }: Deps): WebhookSender {
  /** With the webhook that each is for. */
  const underWay = new Map<Promise<void>, string>();
  let stopped = false;
  let closed = false;
  let soon: NodeJS.Timeout | null = null;
  let round: Promise<void> | null = null;
  let again = false;
  let sweptAtMs = 0;
  const timer = setInterval(run, EVERY_MS);
  timer.unref();

  function run(): void {
    if (stopped) return;
    again = round !== null;
    round ??= once()
      .catch(onError)
      .finally(() => {
        round = null;
        if (again) poke();
      });
  }

  async function once(): Promise<void> {
    const nowMs = now();
    await store.collect(nowMs - LOOKS_BACK_MS, nowMs);
    if (nowMs - sweptAtMs > 3_600_000) {
      sweptAtMs = nowMs;
      await store.removeOldDeliveries(nowMs - KEPT_MS);
    }
    const room = AT_ONCE - underWay.size;
    if (room <= 0 || stopped) return;
    const leased = await store.lease({
      nowMs: now(),
      untilMs: now() + LEASE_MS,
      perWebhook: PER_WEBHOOK,
      limit: room,
      busy: busyWebhooks(),
    });
    for (const delivery of leased) {
      const attempt = deliver(delivery)
        .catch(onError)
        .finally(() => underWay.delete(attempt));
      underWay.set(attempt, delivery.webhookId);
    }
    // More may be due than was taken, and a first retry comes sooner than the next round.
    if (leased.length > 0) again = true;
  }

  function busyWebhooks(): string[] {
    const counts = new Map<string, number>();
    for (const id of underWay.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= PER_WEBHOOK).map(([id]) => id);
  }

  async function deliver(delivery: LeasedDelivery): Promise<void> {
    const result = await send(delivery, TIMEOUT_MS).catch((error: unknown) => ({ error: sentenceOf(error) }));
    // The store is gone by now; the attempt is made again after its lease.
    if (closed) return;
    await store.settle(delivery.id, outcomeOf(result, delivery.attempts));
  }

  function outcomeOf(result: { status: number } | { error: string }, attempts: number): DeliveryOutcome {
    const atMs = now();
    const status = "status" in result ? result.status : null;
    if (status !== null && status >= 200 && status < 300)
      return { state: "delivered", nextAtMs: null, status, error: null, atMs };
    const error = "error" in result ? result.error : refusedBy(result.status);
    const waitMs = RETRY_AFTER_MS[attempts - 1];
    if (waitMs === undefined) return { state: "failed", nextAtMs: null, status, error, atMs };
    // Receivers that were down together are not all asked in the same instant.
    const nextAtMs = Math.round(atMs + waitMs * (0.8 + 0.4 * random()));
    return { state: "pending", nextAtMs, status, error, atMs };
  }

  function poke(): void {
    if (stopped || soon) return;
    soon = setTimeout(() => {
      soon = null;
      run();
    }, SOON_MS);
    soon.unref();
  }

  return {
    poke,
    async stop() {
      stopped = true;
      clearInterval(timer);
      if (soon) clearTimeout(soon);
      await round;
      await Promise.race([Promise.allSettled(underWay.keys()), sleep(STOP_MS, undefined, { ref: false })]);
      closed = true;
    },
  };
}

function refusedBy(status: number): string {
  const moved = status >= 300 && status < 400;
  return moved ? `It answered ${status}; redirects are not followed.` : `It answered ${status}.`;
}

function sentenceOf(error: unknown): string {
  return (error instanceof Error ? error.message || error.name : String(error)).slice(0, ERROR_MAX);
}
