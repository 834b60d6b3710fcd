import type { IncomingMessage, ServerResponse } from "node:http";
import { REFUSALS, type Refusal, refuse } from "../kernel/refusal.ts";
import { inRequestScope, type RequestScope, requestScope } from "../runtime/request-scope.ts";
import { problemReply, retryAfter } from "./problem.ts";
import { sendReply } from "./reply.ts";

type OnRequest = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

/**
 * Next answers an action's arguments, a form or a router state that it cannot read with 500, as if it were our fault.
 * Nothing of ours has run by then: so such a request, failing before any code of ours, is the caller's, and is refused.
 */
export function withReadableRequests(next: OnRequest): OnRequest {
  return function onRequest(req, res) {
    if (!speaksNext(req)) return next(req, res);
    const scope: RequestScope = { reached: false };
    replaceFailure(res, () => (scope.reached ? null : faultOf(req)));
    addToReply(req, res, scope);
    return inRequestScope(scope, () => next(req, res));
  };
}

/**
 * An action can give its page no status and no headers; for machines in between, and for people without scripts, a plain
 * form that was turned away says so in both. A browser that waits for an action's value must get it with 200.
 */
export function replyWith(refusal: Refusal): void {
  const scope = requestScope();
  const headers = retryAfter(refusal);
  if (scope && "retry-after" in headers) scope.reply = { status: REFUSALS[refusal.code].status, headers };
}

/** Next's message about such a request does not concern an operator. */
export function isCallersFault(): boolean {
  return requestScope()?.reached === false;
}

/** Actions, plain forms, and parts of pages: all of them have contents that only Next understands. */
function speaksNext({ method, headers }: IncomingMessage): boolean {
  return method === "POST" || "rsc" in headers || "next-router-state-tree" in headers;
}

/** As Next compares them; a proxy in front may have rewritten the headers. */
function faultOf({ headers }: IncomingMessage): Refusal {
  const { origin } = headers;
  const host = [headers["x-forwarded-host"] ?? headers.host].flat()[0];
  const foreign = origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
  return refuse(foreign ? "bad_origin" : "bad_request").error;
}

/** Puts a refusal in the place of a reply that would say 500; what is written of that reply afterwards is dropped. */
function replaceFailure(res: ServerResponse, refusalOf: () => Refusal | null): void {
  const { writeHead, write, end } = res;
  const kept = new Set(res.getHeaderNames());
  let replaced = false;

  function replaces(status: number): boolean {
    if (replaced || res.headersSent || status < 500) return replaced;
    const refusal = refusalOf();
    if (!refusal) return false;
    replaced = true;
    for (const name of res.getHeaderNames()) if (!kept.has(name)) res.removeHeader(name);
    Object.assign(res, { writeHead, write, end });
    sendReply(res, problemReply(refusal));
    Object.assign(res, dropping);
    return true;
  }

  const dropping = {
    writeHead: (status: number, ...rest: []) =>
      replaces(status) ? res : writeHead.call(res, status, ...rest),
    write: (...args: Parameters<typeof write>) => replaces(res.statusCode) || write.apply(res, args),
    end: (...args: Parameters<typeof end>) => (replaces(res.statusCode) ? res : end.apply(res, args)),
  };
  Object.assign(res, dropping);
}

/** The headers at least: the status only of a page, since Next's browser code takes others for a failure. */
function addToReply({ headers }: IncomingMessage, res: ServerResponse, scope: RequestScope): void {
  const { writeHead } = res;
  res.writeHead = ((status: number, ...rest: []) => {
    const { reply } = scope;
    for (const [name, value] of Object.entries(reply?.headers ?? {})) res.setHeader(name, value);
    const isPage = reply !== undefined && headers["next-action"] === undefined && status === 200;
    return writeHead.call(res, isPage ? reply.status : status, ...rest);
  }) as typeof writeHead;
}
