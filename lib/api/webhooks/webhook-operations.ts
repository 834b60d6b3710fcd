import { z } from "zod";
import { WEBHOOK_EVENTS } from "../../webhooks/webhook-store.ts";
import { operation } from "../operation.ts";

const fields = {
  url: z
    .string()
    .min(1)
    .max(2_000)
    .describe("Where to send: https, on the public internet unless this server allows others."),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1)
    .max(WEBHOOK_EVENTS.length)
    .describe("What to tell. `player.joined` is one message for each player."),
  description: z.string().max(200).describe("For you."),
};

const webhookSchema = z.object({
  id: z.string(),
  ...fields,
  active: z
    .boolean()
    .describe("While false nothing is sent; what happened in the last day is told when it is true again."),
  createdAtMs: z.int(),
});

const deliverySchema = z.object({
  id: z.string().describe("The `webhook-id` header; the same for every attempt."),
  event: z.enum(WEBHOOK_EVENTS),
  state: z.enum(["pending", "delivered", "failed"]),
  attempts: z.int(),
  status: z.int().nullable().describe("Of the last reply; null if there was none."),
  error: z.string().nullable().describe("Why the last attempt did not succeed."),
  createdAtMs: z.int(),
  attemptedAtMs: z.int().nullable(),
  nextAtMs: z.int().nullable().describe("When it is tried again; null if it is not."),
  payload: z.looseObject({ type: z.string() }).describe("What is sent."),
});

/** Standard Webhooks, for the reference. */
export const ABOUT_WEBHOOKS =
  'Sent as Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature` (`v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64, by the secret after `whsec_`). The body is `{"type", "timestamp", "data": {"sessionId", "pin", "quizId", "title", …}}`. Any 2xx within ten seconds is a yes; anything else, redirects too, is tried again ten times over a day. A message may come twice: its `webhook-id` tells.';

export const webhookOperations = {
  createWebhook: operation({
    id: "createWebhook",
    method: "POST",
    path: "/webhooks",
    auth: "host",
    summary: "Make a webhook",
    description: `The secret is shown in this reply alone. ${ABOUT_WEBHOOKS}`,
    body: z.strictObject({ ...fields, description: fields.description.optional() }),
    reply: {
      status: 201,
      description: "Keep the secret.",
      schema: webhookSchema.extend({ secret: z.string().describe("`whsec_` and the key in base64.") }),
    },
    refusals: ["webhook_target_refused", "webhooks_full"],
    example: {
      url: "https://example.org/ovation",
      events: ["session.started", "session.results_ready"],
      description: "The school's calendar",
    },
  }),
  listWebhooks: operation({
    id: "listWebhooks",
    method: "GET",
    path: "/webhooks",
    auth: "host",
    summary: "List your webhooks",
    reply: {
      status: 200,
      description: "The oldest first.",
      schema: z.object({ webhooks: z.array(webhookSchema) }),
    },
    refusals: [],
  }),
  updateWebhook: operation({
    id: "updateWebhook",
    method: "PATCH",
    path: "/webhooks/{id}",
    auth: "host",
    summary: "Change a webhook",
    description: "What is left out stays.",
    body: z.strictObject({ ...fields, active: z.boolean() }).partial(),
    reply: { status: 200, description: "As it is now.", schema: webhookSchema },
    refusals: ["webhook_not_found", "webhook_target_refused"],
    example: { active: false },
  }),
  deleteWebhook: operation({
    id: "deleteWebhook",
    method: "DELETE",
    path: "/webhooks/{id}",
    auth: "host",
    summary: "Delete a webhook",
    reply: { status: 204, description: "It is gone, with its deliveries." },
    refusals: ["webhook_not_found"],
  }),
  listDeliveries: operation({
    id: "listDeliveries",
    method: "GET",
    path: "/webhooks/{id}/deliveries",
    auth: "host",
    summary: "List what a webhook was told",
    reply: {
      status: 200,
      description: "Of the last seven days, the latest 100 first.",
      schema: z.object({ deliveries: z.array(deliverySchema) }),
    },
    refusals: ["webhook_not_found"],
  }),
  replayDelivery: operation({
    id: "replayDelivery",
    method: "POST",
    path: "/webhooks/{id}/deliveries/{deliveryId}/replay",
    auth: "host",
    summary: "Send a message again",
    description: "With the same `webhook-id`, from the first attempt on.",
    reply: { status: 204, description: "It is sent soon." },
    refusals: ["webhook_not_found", "not_found"],
  }),
} as const;
