import { problemReply } from "../http/problem.ts";
import { asResponse } from "../http/reply.ts";
import { refuse } from "../kernel/refusal.ts";
import { fromNext } from "./call-request.ts";
import { callFinder, calls } from "./calls.ts";

const findCall = callFinder(Object.values(calls));

/** Next's one handler below /api/v1, for every method. */
export async function apiRoute(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  // Next takes the body off the reply to HEAD.
  const method = request.method === "HEAD" ? "GET" : request.method;
  const asked = findCall(method, pathname);
  if ("call" in asked) return asResponse(await asked.call.answer(fromNext(request), asked.params));
  if (asked.allowed.length === 0) return noSuchCall(request.method, pathname);
  const allow = asked.allowed.join(", ");
  if (method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
  const message = `${pathname.slice(0, 120)} takes ${allow}; this is ${request.method}.`;
  const { status, headers, body } = problemReply(refuse("method_not_allowed", message).error);
  return new Response(body, { status, headers: { ...headers, allow } });
}

function noSuchCall(method: string, pathname: string): Response {
  const message = `There is no call ${method} ${pathname.slice(0, 120)}. The reference is at /docs.`;
  return asResponse(problemReply(refuse("not_found", message).error));
}
