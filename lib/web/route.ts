import type { z } from "zod";
import type { Account } from "../auth/account-store.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { currentRuntime } from "../runtime/current.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { hostOf } from "./actor.ts";
import type { Operation, PathParameters } from "./operation.ts";
import { problemResponse, refusalOfError } from "./problem.ts";
import { parseBy, readBody } from "./read-body.ts";

/** What a handler gets: everything its operation declares, parsed. */
export interface Call<O extends Operation> {
  runtime: Runtime;
  request: Request;
  params: PathParameters<O["path"]>;
  query: O["query"] extends z.ZodType ? z.output<O["query"]> : undefined;
  body: O["body"] extends z.ZodType ? z.output<O["body"]> : undefined;
  /** Set where the operation is for hosts. */
  account: O["auth"] extends "host" ? Account : undefined;
  /** When the whole request was here. Not earlier: a body held back until the reveal must not count as sent before. */
  receivedAtMs: number;
}

/** A value to send as JSON with the operation's status, a refusal, or a response of its own (a download). */
export type Handler<O extends Operation> = (call: Call<O>) => Promise<Result<unknown, Refusal> | Response>;

type NextHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

/** Makes a route handler of an operation: who asks, what is sent, what is refused, and what is counted. */
export function route<O extends Operation>(operation: O, handler: Handler<O>): NextHandler {
  return async (request, context) => {
    const runtime = currentRuntime();
    const startedAtMs = performance.now();
    let response: Response;
    try {
      const params = await context.params;
      const call = await callOf(operation, runtime, request, params);
      response = call.ok ? responseOf(operation, await handler(call.value)) : problemResponse(call.error);
    } catch (error) {
      response = problemResponse(refusalOfError(error, runtime.logger, `serving ${operation.id}`));
    }
    runtime.metrics.http(operation.path, operation.method, response.status, performance.now() - startedAtMs);
    return response;
  };
}

async function callOf<O extends Operation>(
  operation: O,
  runtime: Runtime,
  request: Request,
  params: unknown,
): Promise<Result<Call<O>, Refusal>> {
  // First who asks: a stranger learns nothing about what a call would take.
  const host = operation.auth === "host" ? await hostOf(runtime, request) : ok(undefined);
  if (!host.ok) return host;
  const query = operation.query ? parseQuery(operation.query, request) : ok(undefined);
  if (!query.ok) return query;
  const body = operation.body
    ? await readBody(request, {
        schema: operation.body,
        refusal: operation.bodyRefusal,
        maxBytes: operation.bodyMaxBytes,
      })
    : ok(undefined);
  if (!body.ok) return body;
  const call = {
    runtime,
    request,
    params,
    query: query.value,
    body: body.value,
    account: host.value,
    receivedAtMs: runtime.clock.now(),
  };
  // The compiler cannot see that the branches above follow the operation's own types.
  return ok(call as Call<O>);
}

function parseQuery(schema: z.ZodType, request: Request): Result<unknown, Refusal> {
  return parseBy(schema, Object.fromEntries(new URL(request.url).searchParams));
}

function responseOf(operation: Operation, outcome: Result<unknown, Refusal> | Response): Response {
  if (outcome instanceof Response) return outcome;
  if (!outcome.ok) return problemResponse(outcome.error);
  if (operation.reply.status === 204) return new Response(null, { status: 204 });
  return Response.json(outcome.value, {
    status: operation.reply.status,
    headers: { "cache-control": "no-store" },
  });
}

/** For addresses below /api/v1 that lead nowhere. */
export async function noSuchCall(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const refusal = refuse(
    "not_found",
    `There is no call ${request.method} ${pathname.slice(0, 120)}. The reference is at /docs.`,
  );
  return problemResponse(refusal.error);
}
