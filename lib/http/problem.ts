import { REFUSALS, type Refusal } from "../kernel/refusal.ts";
import type { Logger } from "../observability/logger.ts";
import { isUnavailable } from "../postgres/connection/errors.ts";
import type { Reply } from "./reply.ts";

/** A refusal as RFC 9457 problem details. `code` is the contract; `type` leads to its explanation. */
export function problemOf(refusal: Refusal) {
  const { status, text } = REFUSALS[refusal.code];
  return {
    type: `/docs#${refusal.code}`,
    title: text,
    status,
    detail: refusal.message,
    code: refusal.code,
    ...(refusal.problems ? { problems: refusal.problems } : {}),
  };
}

export function problemReply(refusal: Refusal): Reply {
  const body = problemOf(refusal);
  const { status } = body;
  const headers: Reply["headers"] = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 401 ? { "www-authenticate": 'Bearer realm="Ovation"' } : {}),
    ...retryAfter(refusal),
  };
  return { status, headers, body: JSON.stringify(body) };
}

/** For refusals after which a retry may succeed. */
export function retryAfter({ code, retryAfterMs }: Refusal): { "retry-after"?: string } {
  const { status } = REFUSALS[code];
  if (status !== 429 && status !== 503) return {};
  const usualMs = status === 429 ? 60_000 : 2_000;
  return { "retry-after": String(Math.ceil((retryAfterMs ?? usualMs) / 1_000)) };
}

/** The reply to an unexpected error: only that it is logged. */
export function refusalOfError(
  error: unknown,
  logger: Logger,
  doing: string,
  about: { door?: "action" } = {},
): Refusal {
  const code = isUnavailable(error) ? "unavailable" : "internal";
  logger.error({ err: error, ...about }, `Failed while ${doing}`);
  return { code, message: REFUSALS[code].text };
}
