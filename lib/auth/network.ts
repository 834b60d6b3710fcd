import { createHmac, hkdfSync } from "node:crypto";

/**
 * A short mark of a caller's network within one session: the same address gives the same mark there, and another one in
 * every other session. It cannot be turned back: some 250 IPv4 addresses share each mark, so that a stored one points at
 * no address, while players of one room hardly ever share one by chance.
 */
export type NetworkMark = (sessionId: string, address: string) => string;

/** Of base64url, 24 bits. */
const MARK_LENGTH = 4;
/** A school comes by one address, and a hall by a few hundred. */
const KEPT_MAX = 2_000;

export function createNetworkMark(authSecret: string): NetworkMark {
  const key = Buffer.from(hkdfSync("sha256", authSecret, "ovation", "network of a player", 32));
  /** A mark takes longer to make than all else about a name. */
  const kept = new Map<string, string>();

  return (sessionId, address) => {
    const what = `${sessionId} ${address}`;
    const known = kept.get(what);
    if (known !== undefined) return known;
    const mark = createHmac("sha256", key).update(what).digest("base64url").slice(0, MARK_LENGTH);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(what, mark);
    return mark;
  };
}
