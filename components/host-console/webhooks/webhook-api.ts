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
  ask<Webhook & { secret: string }>("POST", "", fields);
export const changeWebhook = (id: string, changes: Partial<Webhook>) =>
  ask<Webhook>("PATCH", `/${id}`, changes);
export const deleteWebhook = (id: string) => ask<null>("DELETE", `/${id}`);
export const deliveriesOf = async (id: string) =>
  (await ask<{ deliveries: Delivery[] }>("GET", `/${id}/deliveries`)).deliveries;
export const sendAgain = (id: string, deliveryId: string) =>
  ask<null>("POST", `/${id}/deliveries/${deliveryId}/replay`);

async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api/v1/webhooks${path}`, { method, ...sent });
  if (response.status === 204) return null as T;
  const reply = await response.json();
  if (response.ok) return reply as T;
  throw new Error((reply as { detail?: string }).detail ?? "The server did not take that. Try again.");
}

export function sentenceOf(error: unknown): string {
  if (error instanceof TypeError) return "The server cannot be reached. Try again.";
  return error instanceof Error ? error.message : "Something went wrong. Try again.";
}
