import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** The reply to a call: JSON, or nothing. Plain, because a `Response` costs more than most calls do. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

export function jsonReply(status: number, value: unknown): Reply {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: JSON.stringify(value),
  };
}

/** For Next, which sends it. */
export function asResponse(reply: Reply | Response): Response {
  if (reply instanceof Response) return reply;
  const { status, headers, body } = reply;
  return new Response(body, { status, headers });
}

/** Does nothing if the client has gone meanwhile. */
export function sendReply(res: ServerResponse, reply: Reply | Response): void {
  if (reply instanceof Response) {
    res.writeHead(reply.status, Object.fromEntries(reply.headers));
    // A reader that goes away in the middle ends the source, too.
    if (reply.body) pipeline(Readable.fromWeb(reply.body as ReadableStream), res, () => {});
    else res.end();
    return;
  }
  const { status, headers, body } = reply;
  const length = body === null ? {} : { "content-length": Buffer.byteLength(body) };
  res.writeHead(status, { ...headers, ...length });
  res.end(body ?? undefined);
}
