const ALPHABET = "0123456789abcdefghijkmnopqrstuvwxyz";

/**
 * A new identifier: 20 characters of [0-9a-z], about 102 bits of randomness. Identifiers travel in URLs and frames
 * and are never credentials (docs/SPEC.md, SEC1).
 */
export function newId(): string {
  if (used + LENGTH > pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let id = "";
  for (const byte of pool.subarray(used, used + LENGTH)) id += ALPHABET[byte % ALPHABET.length];
  used += LENGTH;
  return id;
}

const LENGTH = 20;

/**
 * Whether this could be an identifier at all. Asked of every one that comes from outside before a store sees it: what
 * could not, names nothing, and a database need not be asked (Postgres fails on NUL and on halves of surrogate pairs).
 */
export function isId(text: unknown): text is string {
  return typeof text === "string" && ID.test(text);
}

const ID = /^[0-9a-z]{20}$/;
/** Asking the system costs the same for a hundred identifiers as for one. */
const pool = new Uint8Array(100 * LENGTH);
let used = pool.length;
