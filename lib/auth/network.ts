import { createHmac, hkdfSync } from "node:crypto";

/**
 * A short mark of a caller's network within one session: the same address gives the same mark there, and another one in
 * every other session. It cannot be turned back: some 250 IPv4 addresses share each mark, so that a stored one points at
 * no address, while players of one room hardly ever share one by chance.
 */
export type NetworkMark = (sessionId: string, address: string) => string;

/** Of base64url, 24 bits. */
const MARK_LENGTH = 4;

export function createNetworkMark(authSecret: string): NetworkMark {
  const key = Buffer.from(hkdfSync("sha256", authSecret, "ovation", "network of a player", 32));
  return (sessionId, address) =>
    createHmac("sha256", key).update(`${sessionId} ${address}`).digest("base64url").slice(0, MARK_LENGTH);
}
