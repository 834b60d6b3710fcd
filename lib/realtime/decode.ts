import { hasManyKeys } from "../kernel/many-keys.ts";
import { nestsDeeperThan } from "../kernel/nesting.ts";
import type { RefusalCode } from "../kernel/refusal.ts";
import { type ClientMessage, clientMessageSchema } from "../protocol/client-messages.ts";
import { PROTOCOL_VERSION } from "../protocol/version.ts";
import { NESTING_MAX } from "./limits.ts";

/** A frame as a message, or why it is none. `id` is set where the client can match the refusal to its answer. */
export type Decoded =
  | { ok: true; message: ClientMessage }
  | { ok: false; code: RefusalCode; why?: string; id?: string };

const KNOWN = new Set<string>(clientMessageSchema.options.map((option) => option.shape.type.value));

export function decode(data: Buffer, isBinary: boolean): Decoded {
  if (isBinary) return { ok: false, code: "bad_request", why: "Messages are JSON text; this one is binary." };
  const text = data.toString("utf8");
  if (nestsDeeperThan(text, NESTING_MAX))
    return { ok: false, code: "bad_request", why: "The message is nested too deeply." };
  const value = parsed(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, code: "bad_request", why: "A message is a JSON object with a type." };
  }
  const { type, protocol, id } = value as Record<string, unknown>;
  if (typeof type !== "string" || !KNOWN.has(type)) return { ok: false, code: "unknown_message" };
  // Asked before the strict schema: the first message of another version may have other fields.
  if (
    (type === "hello" || type === "join") &&
    typeof protocol === "number" &&
    protocol !== PROTOCOL_VERSION
  ) {
    return { ok: false, code: "unsupported_protocol" };
  }
  if (hasManyKeys(value)) return { ok: false, code: "bad_request", why: "The message has too many fields." };
  const message = clientMessageSchema.safeParse(value);
  if (message.success) return { ok: true, message: message.data };
  const [issue] = message.error.issues;
  const why = issue ? `${[type, ...issue.path].join(".")}: ${issue.message}` : undefined;
  return {
    ok: false,
    code: "bad_request",
    ...(why ? { why: why.slice(0, 200) } : {}),
    ...(typeof id === "string" && id.length <= 40 ? { id } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
