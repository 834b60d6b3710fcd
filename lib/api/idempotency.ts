import type { Account } from "../auth/account-store.ts";
import { type IdempotentRequest, KEY_KEPT_MS } from "../auth/idempotency-store.ts";
import { BODY_MAX_BYTES } from "../http/body-size.ts";
import { problemReply } from "../http/problem.ts";
import type { Reply } from "../http/reply.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { CallRequest } from "./call-request.ts";
import type { Operation } from "./operation.ts";

/** A call that makes something may name itself by this header; then it makes it once, however often it is sent. */
export const IDEMPOTENCY_HEADER = "idempotency-key";
/** Says that the reply is the one that the first request got. */
export const REPLAYED_HEADER = "idempotent-replayed";

/** After this a request that was told nothing is taken for dead with its node: the largest import takes less. */
const ABANDONED_MS = 2 * 60_000;

/** Fits UUIDs, hashes and order numbers; nothing in it ever needs escaping. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** The key of a request; null without one. */
export function idempotencyKey({ headers }: Pick<CallRequest, "headers">): Result<string | null, Refusal> {
  const key = headers.get(IDEMPOTENCY_HEADER);
  if (key === null || KEY.test(key)) return ok(key);
  return refuse(
    "bad_request",
    `The header Idempotency-Key has 1 to 255 visible ASCII characters without spaces, such as a UUID; this one has ${key.length}.`,
  );
}

/** The same request, whose body may be read twice: to know it again, and to do what it asks. */
export function readableTwice(request: CallRequest): CallRequest {
  let read: Promise<Buffer | null> | null = null;
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    bytes(maxBytes) {
      read ??= request.bytes(maxBytes);
      return read;
    },
  };
}

interface Asked {
  runtime: Pick<Runtime, "idempotency" | "clock" | "logger">;
  request: CallRequest;
  account: Account | undefined;
}

/**
 * Does `work` unless a request with this key has been told before; then tells the same again. Only what was made is
 * kept: after a refusal the key is new, so that a mended body may bring it again.
 */
export async function onceByKey(
  operation: Operation,
  { runtime, request, account }: Asked,
  work: () => Promise<Reply | Response>,
): Promise<Reply | Response> {
  const key = operation.creates && account ? idempotencyKey(request) : ok(null);
  if (!key.ok) return problemReply(key.error);
  if (key.value === null || !account) return work();
  const nowMs = runtime.clock.now();
  const asked: IdempotentRequest = {
    accountId: account.id,
    key: key.value,
    requestHash: await hashOf(operation, request),
    claimedAtMs: nowMs,
  };
  const claim = await runtime.idempotency.claim(asked, {
    forgetBeforeMs: nowMs - KEY_KEPT_MS,
    abandonedBeforeMs: nowMs - ABANDONED_MS,
  });
  if (claim.outcome === "claimed") return kept(runtime, asked, work);
  if (claim.requestHash !== asked.requestHash) return problemReply(refuse("idempotency_key_reused").error);
  if (claim.reply === null) return problemReply(refuse("idempotency_in_progress").error);
  const { status, body } = claim.reply;
  const type: Record<string, string> = body === null ? {} : { "content-type": "application/json" };
  return { status, headers: { ...type, "cache-control": "no-store", [REPLAYED_HEADER]: "true" }, body };
}

async function kept(
  { idempotency, logger }: Asked["runtime"],
  asked: IdempotentRequest,
  work: () => Promise<Reply | Response>,
): Promise<Reply | Response> {
  const reply = await work().catch(async (error: unknown) => {
    await idempotency.release(asked).catch(() => {});
    throw error;
  });
  const made = !(reply instanceof Response) && reply.status < 300;
  // It is made, whether or not the key can be kept.
  await (made
    ? idempotency.keep(asked, { status: reply.status, body: reply.body })
    : idempotency.release(asked)
  ).catch((error: unknown) => logger.error({ err: error }, "Failed while keeping an idempotency key"));
  return reply;
}

/** Off this thread: a film has forty megabytes. */
async function hashOf(operation: Operation, request: CallRequest): Promise<string> {
  const { method, url } = request;
  const from = url.indexOf("/api/");
  const head = Buffer.from(`${method} ${url.slice(Math.max(from, 0))}\n`);
  const body = (await request.bytes(operation.bodyMaxBytes ?? BODY_MAX_BYTES)) ?? Buffer.alloc(0);
  const [ofHead, ofBody] = await Promise.all([
    crypto.subtle.digest("SHA-256", new Uint8Array(head)),
    crypto.subtle.digest("SHA-256", body as Uint8Array<ArrayBuffer>),
  ]);
  return Buffer.concat([new Uint8Array(ofHead), new Uint8Array(ofBody)]).toString("base64url");
}
