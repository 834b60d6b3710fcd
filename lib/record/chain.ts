import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** The hash before the first entry. */
export const NO_HASH = "0".repeat(64);

/** The hash of an entry: SHA-256, in hexadecimal digits, over the hash before it and the entry in its one form. */
export function hashOf(before: string, entry: unknown): string {
  return createHash("sha256").update(before).update(canonicalJson(entry)).digest("hex");
}

/** One line of a record, without its end. */
export function lineOf(entry: unknown, hash: string): string {
  return canonicalJson({ entry, hash });
}
