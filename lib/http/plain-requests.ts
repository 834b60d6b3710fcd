import type { IncomingMessage, ServerResponse } from "node:http";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { problemReply } from "./problem.ts";
import { sendReply } from "./reply.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/** Refuses what no browser and no client of the API sends before anything looks at it: routers and stores fail on it. */
export function withPlainRequests(next: OnRequest): OnRequest {
  return function onRequest(req, res) {
    const refusal = oddityOf(req);
    if (!refusal) return next(req, res);
    if (refusal.code === "method_not_allowed") res.setHeader("allow", PAGE_METHODS.join(", "));
    sendReply(res, problemReply(refusal));
  };
}

/** The fault in the head of a request; null if it is fine. */
export function oddityOf({
  method = "",
  url = "",
  httpVersion,
  headers,
  rawHeaders,
}: Pick<IncomingMessage, "method" | "url" | "httpVersion" | "headers" | "rawHeaders">): Refusal | null {
  const no = (message: string) => refuse("bad_request", message).error;
  if (httpVersion === "0.9") return no("This is no request of HTTP/1.1.");
  if (!url.startsWith("/") && !/^https?:\/\//i.test(url))
    return no("The address of a request begins with a slash.");
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  if (!isPlainPath(path))
    return no("The path holds escapes that cannot be read, control characters or backslashes.");
  if (countOf(rawHeaders, "host") > 1 || (headers.host && !HOST.test(headers.host)))
    return no("The request must have one Host header, with a name or an address and perhaps a port.");
  if (path.startsWith("/api/")) return null;
  return oddPage(method, headers);
}

/** Pages take forms and actions, as Next's own browser code and plain HTML send them. */
function oddPage(method: string, headers: IncomingMessage["headers"]): Refusal | null {
  if (!PAGE_METHODS.includes(method)) return refuse("method_not_allowed").error;
  if (method !== "POST" || headers["next-action"] !== undefined) return null;
  if (/^multipart\/form-data\b/i.test(headers["content-type"] ?? "")) return null;
  return refuse("bad_request", "A page takes forms as multipart/form-data and nothing else.").error;
}

const PAGE_METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** A name, an IPv4 address or one of IPv6 in brackets, and a port (RFC 9110, section 7.2). */
const HOST = /^(?:[\w.~-]{1,255}|\[[\da-f:.]{2,45}\])(?::\d{0,5})?$/i;

function isPlainPath(path: string): boolean {
  try {
    return !CONTROL_OR_BACKSLASH.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

const CONTROL_OR_BACKSLASH = /[\p{Cc}\\]/u;

/** Node keeps the first of several, and drops the others in silence. */
function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === name) count += 1;
  return count;
}
