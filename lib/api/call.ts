import type { z } from "zod";
import type { Account } from "../auth/account-store.ts";
import { problemReply, refusalOfError } from "../http/problem.ts";
import { jsonReply, type Reply } from "../http/reply.ts";
import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { currentRuntime } from "../runtime/current.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { hostWith } from "./actor.ts";
import type { CallRequest } from "./call-request.ts";
import { onceByKey, readableTwice } from "./idempotency.ts";
import { neededRight } from "./needed-rights.ts";
import type { Operation, PathParameters } from "./operation.ts";
import { parseBy, readBody } from "./read-body.ts";

/** The input of a handler: everything its operation declares, parsed. */
export interface Call<O extends Operation> {
  runtime: Runtime;
  request: CallRequest;
  params: PathParameters<O["path"]>;
  query: O["query"] extends z.ZodType ? z.output<O["query"]> : undefined;
  body: O["body"] extends z.ZodType ? z.output<O["body"]> : undefined;
  /** Set where the operation is for hosts. */
  account: O["auth"] extends "host" ? Account : undefined;
  /** When the whole request was here. Not earlier: a body held back until the reveal must not count as sent before. */
  receivedAtMs: number;
}

/** The value that the operation documents, a refusal, or for files a response of its own. */
export type Handler<O extends Operation> = (
  call: Call<O>,
) => Promise<Result<ReplyValue<O["reply"]>, Refusal> | OwnResponse<O["reply"]>>;

type ReplyValue<R> = R extends { schema: infer S extends z.ZodType } ? z.output<S> : null;
type OwnResponse<R> = R extends { csv: true } | { file: true } | { events: true } ? Response : never;

/** A call of the API, ready to be answered. Never rejects. */
export interface Answerable {
  operation: Operation;
  answer(request: CallRequest, params: Record<string, string>): Promise<Reply | Response>;
}

/** Makes a call of an operation: who asks, what is sent, what is refused, and what is counted. */
export function call<O extends Operation>(operation: O, handler: Handler<O>): Answerable {
  return {
    operation,
    async answer(request, params) {
      const runtime = currentRuntime();
      const startedAtMs = performance.now();
      let reply: Reply | Response;
      let hostId: string | undefined;
      try {
        const asked = operation.creates ? readableTwice(request) : request;
        const parsed = await callOf(operation, runtime, asked, params);
        if (parsed.ok) hostId = (parsed.value.account as Account | undefined)?.id;
        reply = parsed.ok
          ? await onceByKey(operation, parsed.value, async () =>
              replyOf(operation, await handler(parsed.value)),
            )
          : problemReply(parsed.error);
      } catch (error) {
        reply = problemReply(refusalOfError(error, runtime.logger, `serving ${operation.id}`));
      }
      const tookMs = performance.now() - startedAtMs;
      runtime.metrics.http(operation.path, operation.method, reply.status, tookMs);
      // Commands are told by what they do (lib/runtime/take-command.ts).
      if (hostId !== undefined && operation.method !== "GET" && operation.id !== "command")
        runtime.events.tell("host-action", `Host action: ${operation.id}`, {
          hostId,
          operation: operation.id,
          sessionId: operation.path.startsWith("/sessions/") ? params.id : undefined,
          playerId: params.playerId,
          door: "rest",
          outcome: reply.status < 400 ? "success" : "failure",
          status: reply.status,
          tookMs,
        });
      return reply;
    },
  };
}

async function callOf<O extends Operation>(
  operation: O,
  runtime: Runtime,
  request: CallRequest,
  params: unknown,
): Promise<Result<Call<O>, Refusal>> {
  // First who asks: a stranger learns nothing about what a call would take.
  const host =
    operation.auth === "host" ? await hostWith(runtime, request, neededRight(operation)) : ok(undefined);
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
  const parsed = {
    runtime,
    request,
    params,
    query: query.value,
    body: body.value,
    account: host.value,
    receivedAtMs: runtime.clock.now(),
  };
  // The compiler cannot see that the branches above follow the operation's own types.
  return ok(parsed as Call<O>);
}

function parseQuery(schema: z.ZodType, { url }: CallRequest): Result<unknown, Refusal> {
  const at = url.indexOf("?");
  return parseBy(schema, Object.fromEntries(new URLSearchParams(at < 0 ? "" : url.slice(at))));
}

function replyOf(operation: Operation, outcome: Result<unknown, Refusal> | Response): Reply | Response {
  if (outcome instanceof Response) return outcome;
  if (!outcome.ok) return problemReply(outcome.error);
  const { status } = operation.reply;
  return status === 204 ? { status, headers: {}, body: null } : jsonReply(status, outcome.value);
}
