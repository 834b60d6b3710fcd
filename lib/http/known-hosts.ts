import { createHash } from "node:crypto";
import { HOST_COOKIE, readCookie } from "../auth/cookies.ts";
import type { Credentials } from "../runtime/client-proof.ts";

/** Names the host behind a credential, for budgets. Whether a host may do something is asked anew where it is done. */
export interface KnownHosts {
  (credentials: Credentials): Promise<string | null>;
  /** Whether it can tell without asking. */
  knows(credentials: Credentials): boolean;
}

/** A host's page makes a dozen requests in a second; a sign-out is felt in a minute at the latest. */
const KNOWN_FOR_MS = 60_000;
const KNOWN_MAX = 2_000;

/** Remembers the accounts it has found, by a hash of the credential; never failures, so nonsense cannot fill it. */
export function knownHosts(
  find: (credentials: Credentials) => Promise<string | null>,
  now: () => number,
): KnownHosts {
  const found = new Map<string, { host: string; untilMs: number }>();

  function remembered(key: string): string | null {
    const known = found.get(key);
    if (known && known.untilMs > now()) return known.host;
    found.delete(key);
    return null;
  }

  async function hostOf(credentials: Credentials): Promise<string | null> {
    const key = keyOf(credentials);
    const known = remembered(key);
    if (known !== null) return known;
    // While the database is away every caller counts as a stranger here; what asks the database next says why.
    const host = await find(credentials).catch(() => null);
    if (host === null) return null;
    found.set(key, { host, untilMs: now() + KNOWN_FOR_MS });
    for (const oldest of found.keys()) {
      if (found.size <= KNOWN_MAX) break;
      found.delete(oldest);
    }
    return host;
  }

  return Object.assign(hostOf, {
    knows: (credentials: Credentials) => remembered(keyOf(credentials)) !== null,
  });
}

function keyOf({ bearer, cookie }: Credentials): string {
  const secret = bearer ?? readCookie(cookie, HOST_COOKIE) ?? "";
  return createHash("sha256")
    .update(`${bearer === null ? "cookie" : "bearer"} ${secret}`)
    .digest("base64url");
}
