import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { isId, newId } from "../kernel/ids.ts";

/**
 * What a link holds that lets one person in: `id.secret`, behind its `#`, so that no server log, proxy or preview of it has
 * any of it. The row is found by the id, and the secret's hash compared.
 */
export type LinkKind = "invitation" | "password reset";

const SECRET_BYTES = 24;
const SECRET = /^[\w-]{32}$/;
/** Longer than any code. */
export const CODE_MAX = 100;

export function newLinkCode(kind: LinkKind): { id: string; secretHash: string; code: string } {
  const id = newId();
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  return { id, secretHash: hash(kind, secret), code: `${id}.${secret}` };
}

/** Null for what can be no code. */
export function readLinkCode(kind: LinkKind, code: string): { id: string; secretHash: string } | null {
  const [id = "", secret = ""] = code.length <= CODE_MAX ? code.split(".", 2) : [];
  return isId(id) && SECRET.test(secret) ? { id, secretHash: hash(kind, secret) } : null;
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The secret is random and long, so a plain hash keeps it. */
function hash(kind: LinkKind, secret: string): string {
  return createHash("sha256").update(`${kind} ${secret}`).digest("hex");
}
