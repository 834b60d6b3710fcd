import { problemReply } from "../http/problem.ts";
import { asResponse } from "../http/reply.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Answerable, call, type Handler } from "./call.ts";
import { fromNext } from "./call-request.ts";
import type { Operation } from "./operation.ts";

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** Next's route handler of an operation. */
export function route<O extends Operation>(operation: O, handler: Handler<O>): NextHandler {
  return routeOf(call(operation, handler));
}

export function routeOf({ answer }: Answerable): NextHandler {
  return async (request, context) =>
    asResponse(await answer(fromNext(request), (await context.params) as Record<string, string>));
}

/** For addresses below /api/v1 that lead nowhere. */
export async function noSuchCall(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const refusal = refuse(
    "not_found",
    `There is no call ${request.method} ${pathname.slice(0, 120)}. The reference is at /docs.`,
  );
  return asResponse(problemReply(refusal.error));
}
