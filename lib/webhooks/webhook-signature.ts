import { createHmac, hkdfSync } from "node:crypto";

/** Standard Webhooks 1.0: secrets, and the headers by which a receiver knows who sent what, and when. */

/** Secrets are made, not stored: a copy of the database alone signs nothing. */
export function createWebhookSecrets(authSecret: string): (salt: string) => string {
  const key = Buffer.from(hkdfSync("sha256", authSecret, "ovation", "webhook", 32));
  return (salt) => `whsec_${createHmac("sha256", key).update(salt).digest("base64")}`;
}

export function signedHeaders(
  { id, payload, secret }: { id: string; payload: string; secret: string },
  nowMs: number,
): Record<string, string> {
  const timestamp = Math.floor(nowMs / 1_000);
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${payload}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": `v1,${signature}`,
  };
}
