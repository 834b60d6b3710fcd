import { randomBytes } from "node:crypto";
import { isId, newId } from "../../kernel/ids.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import type { StoredDelivery, StoredWebhook } from "../../webhooks/webhook-store.ts";
import { targetProblem } from "../../webhooks/webhook-target.ts";
import { call } from "../call.ts";
import { operations } from "../operations.ts";

const WEBHOOKS_MAX = 20;
const LISTED_MAX = 100;
const DELIVERY_ID = /^msg_[0-9a-f]{32}$/;

export const createWebhook = call(operations.createWebhook, async ({ runtime, account, body }) => {
  const fits = targetFits(runtime, body.url);
  if (!fits.ok) return fits;
  if ((await runtime.webhooks.list(account.workspaceId)).length >= WEBHOOKS_MAX)
    return refuse("webhooks_full", `A workspace may have ${WEBHOOKS_MAX} webhooks.`);
  const webhook: StoredWebhook = {
    id: newId(),
    accountId: account.workspaceId,
    url: body.url,
    description: body.description ?? "",
    events: [...new Set(body.events)],
    active: true,
    salt: randomBytes(24).toString("base64url"),
    createdAtMs: runtime.clock.now(),
  };
  await runtime.webhooks.create(webhook);
  return ok({ ...webhookReply(webhook), secret: runtime.webhookSecret(webhook.salt) });
});

export const listWebhooks = call(operations.listWebhooks, async ({ runtime, account }) =>
  ok({ webhooks: (await runtime.webhooks.list(account.workspaceId)).map(webhookReply) }),
);

export const updateWebhook = call(operations.updateWebhook, async ({ runtime, account, params, body }) => {
  const fits = body.url === undefined ? ok(null) : targetFits(runtime, body.url);
  if (!fits.ok) return fits;
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  if (!isId(params.id)) return refuse("webhook_not_found");
  const changed =
    Object.keys(given).length === 0
      ? await runtime.webhooks.get(account.workspaceId, params.id)
      : await runtime.webhooks.update(account.workspaceId, params.id, given);
  return changed ? ok(webhookReply(changed)) : refuse("webhook_not_found");
});

export const deleteWebhook = call(operations.deleteWebhook, async ({ runtime, account, params }) =>
  isId(params.id) && (await runtime.webhooks.remove(account.workspaceId, params.id))
    ? ok(null)
    : refuse("webhook_not_found"),
);

export const listDeliveries = call(operations.listDeliveries, async ({ runtime, account, params }) => {
  const webhook = isId(params.id) ? await runtime.webhooks.get(account.workspaceId, params.id) : null;
  if (!webhook) return refuse("webhook_not_found");
  const deliveries = await runtime.webhooks.deliveries(webhook.id, LISTED_MAX);
  return ok({ deliveries: deliveries.map(deliveryReply) });
});

export const replayDelivery = call(operations.replayDelivery, async ({ runtime, account, params }) => {
  const webhook = isId(params.id) ? await runtime.webhooks.get(account.workspaceId, params.id) : null;
  if (!webhook) return refuse("webhook_not_found");
  const found =
    DELIVERY_ID.test(params.deliveryId) &&
    (await runtime.webhooks.replay(webhook.id, params.deliveryId, runtime.clock.now()));
  if (!found) return refuse("not_found", "This webhook was not told that.");
  runtime.webhookSender.poke();
  return ok(null);
});

function targetFits({ config }: Pick<Runtime, "config">, url: string): Result<null, Refusal> {
  const problem = targetProblem(url, { allowPrivate: config.webhooksAllowPrivate });
  return problem === null ? ok(null) : refuse("webhook_target_refused", problem);
}

/** Never with what the secret is made of. */
function webhookReply({ id, url, events, description, active, createdAtMs }: StoredWebhook) {
  return { id, url, events, description, active, createdAtMs };
}

function deliveryReply({ payload, ...delivery }: StoredDelivery) {
  return { ...delivery, payload: JSON.parse(payload) as { type: string } };
}
