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
/** Asking the system costs the same for a hundred identifiers as for one. */
const pool = new Uint8Array(100 * LENGTH);
let used = pool.length;
