import type { z } from "zod";
import type { RefusalCode } from "../kernel/refusal.ts";

/**
 * One call of the REST API: the handlers parse by it (route.ts) and the reference is made from it (openapi.ts), so that
 * what is written is what is done.
 */
export interface Operation {
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1, with parameters in braces. */
  path: string;
  /** "host": an API key or a signed-in browser. "player": a player token. "screen": the host, or a presenter's key. */
  auth: "none" | "host" | "player" | "screen";
  summary: string;
  description?: string;
  body?: z.ZodType;
  /** The refusal for a body that does not fit; `bad_request` if not given. */
  bodyRefusal?: RefusalCode;
  bodyMaxBytes?: number;
  /** It makes something, so a client may name the request by an Idempotency-Key and send it again. */
  creates?: true;
  /** The body is a file as it is; the handler reads it. */
  upload?: true;
  query?: z.ZodObject;
  reply: {
    status: 200 | 201 | 204;
    description: string;
    schema?: z.ZodType;
    csv?: true;
    xlsx?: true;
    file?: true;
    events?: true;
  };
  /** The refusals of this call, apart from those of every call. */
  refusals: readonly RefusalCode[];
  /** A body, for the examples of the reference. */
  example?: unknown;
}

/** Keeps the exact types of an entry, for the handler's arguments. */
export function operation<const O extends Operation>(entry: O): O {
  return entry;
}

/** `{pin}` in the path becomes `{ pin: string }`. */
export type PathParameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & PathParameters<Rest>
  : unknown;

export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}
