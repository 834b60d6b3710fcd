/** The port of webhooks, of what is to be told to them, and of what became of it. */
export interface WebhookStore {
  create(webhook: StoredWebhook): Promise<void>;
  list(accountId: string): Promise<StoredWebhook[]>;
  get(accountId: string, id: string): Promise<StoredWebhook | null>;
  update(accountId: string, id: string, changes: WebhookChanges): Promise<StoredWebhook | null>;
  /** With its deliveries. False if there is none. */
  remove(accountId: string, id: string): Promise<boolean>;

  /**
   * Notes what happened and is not noted yet, for each webhook that asked for it: read from the sessions and players
   * themselves, so nothing is forgotten when a node dies, and each thing is noted once, whichever node asks. Returns how many are new.
   *
   * @param sinceMs nothing that happened earlier
   */
  collect(sinceMs: number, nowMs: number): Promise<number>;
  /** Takes deliveries that are due, at most so many of each webhook and none of those that are `busy`; until `untilMs` no other node takes them. */
  lease(limits: {
    nowMs: number;
    untilMs: number;
    perWebhook: number;
    limit: number;
    busy: string[];
  }): Promise<LeasedDelivery[]>;
  /** What became of an attempt; `nextAtMs` null when there will be no other. */
  settle(id: string, outcome: DeliveryOutcome): Promise<void>;
  /** The latest first. */
  deliveries(webhookId: string, limit: number): Promise<StoredDelivery[]>;
  /** Sends it anew from the first attempt on. False if there is none. */
  replay(webhookId: string, id: string, nowMs: number): Promise<boolean>;
  removeOldDeliveries(beforeMs: number): Promise<void>;
}

export const WEBHOOK_EVENTS = [
  "session.started",
  "session.ended",
  "session.results_ready",
  "player.joined",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface StoredWebhook {
  id: string;
  accountId: string;
  url: string;
  description: string;
  events: WebhookEvent[];
  active: boolean;
  /** The secret is made of it and of the server's own (webhook-secret.ts). */
  salt: string;
  createdAtMs: number;
}

export type WebhookChanges = Partial<Pick<StoredWebhook, "url" | "description" | "events" | "active">>;

export interface LeasedDelivery {
  id: string;
  webhookId: string;
  url: string;
  salt: string;
  /** JSON. */
  payload: string;
  /** With this one. */
  attempts: number;
}

export interface DeliveryOutcome {
  state: "pending" | "delivered" | "failed";
  nextAtMs: number | null;
  /** Of the reply, if there was one. */
  status: number | null;
  error: string | null;
  atMs: number;
}

export interface StoredDelivery {
  id: string;
  event: WebhookEvent;
  payload: string;
  state: DeliveryOutcome["state"];
  attempts: number;
  nextAtMs: number | null;
  status: number | null;
  error: string | null;
  createdAtMs: number;
  attemptedAtMs: number | null;
}
