import type { IncomingMessage } from "node:http";
import type { Asking } from "./actor.ts";

/** A request as the calls of the API see it, whether Next or the server itself has it. */
export interface CallRequest extends Asking {
  /** Whole, or from the path on: calls look at the query alone. */
  url: string;
  /** The body; null if it is larger than this. Never more is held, whatever the headers claim. */
  bytes(maxBytes: number): Promise<Buffer | null>;
}

export function fromNext(request: Request): CallRequest {
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    bytes: (maxBytes) => readStream(request, maxBytes),
  };
}

export function fromNode(req: IncomingMessage): CallRequest {
  return {
    method: req.method ?? "",
    url: req.url ?? "",
    headers: { get: (name) => header(req, name) },
    bytes: (maxBytes) => readMessage(req, maxBytes),
  };
}

async function readStream({ headers, body }: Request, maxBytes: number): Promise<Buffer | null> {
  if (Number(headers.get("content-length") ?? 0) > maxBytes) return null;
  if (!body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}

/** By events: walking a message and stopping early would destroy the connection that the refusal has to go by. */
function readMessage(req: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(req.headers["content-length"] ?? 0) > maxBytes) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else resolve(null);
    });
    req.on("end", () => resolve(Buffer.concat(chunks)));
    // The client went away in the middle; no reply reaches it.
    req.on("error", () => resolve(Buffer.alloc(0)));
  });
}

function header({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}
