import { REFUSALS, type Refusal } from "../kernel/refusal.ts";
import type { Logger } from "../observability/logger.ts";
import { isUnavailable } from "../postgres/errors.ts";
import type { Reply } from "./reply.ts";

/** A refusal as RFC 9457 problem details. `code` is the contract; `type` leads to its explanation. */
export function problemReply(refusal: Refusal): Reply {
  const { status, text } = REFUSALS[refusal.code];
  const body = {
    type: `/docs#${refusal.code}`,
    title: text,
    status,
    detail: refusal.message,
    code: refusal.code,
    ...(refusal.problems ? { problems: refusal.problems } : {}),
  };
  const headers: Reply["headers"] = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 401 ? { "www-authenticate": 'Bearer realm="Ovation"' } : {}),
    ...(status === 429 || status === 503 ? { "retry-after": status === 429 ? "60" : "2" } : {}),
  };
  return { status, headers, body: JSON.stringify(body) };
}

/** What is told of an error nobody foresaw: nothing but that it is logged. */
export function refusalOfError(error: unknown, logger: Logger, doing: string): Refusal {
  const code = isUnavailable(error) ? "unavailable" : "internal";
  logger.error({ err: error }, `Failed while ${doing}`);
  return { code, message: REFUSALS[code].text };
}
