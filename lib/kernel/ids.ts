const ALPHABET = "0123456789abcdefghijkmnopqrstuvwxyz";

/**
 * A new identifier: 20 characters of [0-9a-z], about 102 bits of randomness. Identifiers travel in URLs and frames
 * and are never credentials (docs/SPEC.md, SEC1).
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  let id = "";
  for (const byte of bytes) id += ALPHABET[byte % ALPHABET.length];
  return id;
}
