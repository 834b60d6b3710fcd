import { askApi } from "#lib/client/ask-api.ts";

/** The calls of the page to /api/v1/webhooks, as the signed-in host. A refusal is thrown with its sentence. */
export interface Webhook {
  id: string;
  url: string;
  events: string[];
  description: string;
  active: boolean;
}

export interface Delivery {
  id: string;
  event: string;
  state: "pending" | "delivered" | "failed";
  attempts: number;
  status: number | null;
  error: string | null;
  createdAtMs: number;
  nextAtMs: number | null;
}

export const makeWebhook = (fields: { url: string; events: string[] }) =>
  askApi<Webhook & { secret: string }>("/webhooks", { method: "POST", body: fields });
export const changeWebhook = (id: string, changes: Partial<Webhook>) =>
  askApi<Webhook>(`/webhooks/${id}`, { method: "PATCH", body: changes });
export const deleteWebhook = (id: string) => askApi<null>(`/webhooks/${id}`, { method: "DELETE" });
export const deliveriesOf = async (id: string) =>
  (await askApi<{ deliveries: Delivery[] }>(`/webhooks/${id}/deliveries`)).deliveries;
export const sendAgain = (id: string, deliveryId: string) =>
  askApi<null>(`/webhooks/${id}/deliveries/${deliveryId}/replay`, { method: "POST" });

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : "Something went wrong. Try again.";
}
