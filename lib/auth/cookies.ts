/** The cookies by which browsers are known: the same for pages, actions, REST and the upgrade of a live socket. */

/** A host's sign-in: an opaque token (sign-in.ts). */
export const HOST_COOKIE = "ovation_host";

/** A device on which somebody has joined before, signed (tokens.ts). It opens nothing: it only has wrong PINs of its own. */
export const DEVICE_COOKIE = "ovation_device";
export const DEVICE_COOKIE_SECONDS = 365 * 24 * 3600;

const PLAYER_COOKIE_PREFIX = "ovation_player_";

/** One per session, so that a browser may play in several; holds the player token (tokens.ts). */
export function playerCookieName(sessionId: string): string {
  return `${PLAYER_COOKIE_PREFIX}${sessionId}`;
}

/** One per session: the token of a phone that runs it for its host (remotes.ts). */
export function remoteCookieName(sessionId: string): string {
  return `ovation_remote_${sessionId}`;
}
export const REMOTE_COOKIE_SECONDS = 24 * 3600;

/** A cookie that outlasts one session of a quiz. */
export const PLAYER_COOKIE_SECONDS = 24 * 3600;
export const HOST_COOKIE_SECONDS = 30 * 24 * 3600;

export interface CookieAttributes {
  httpOnly: true;
  sameSite: "lax";
  path: "/";
  secure: boolean;
  maxAge: number;
}

/**
 * Not readable by scripts, not sent with other sites' forms, and over TLS only where the page came over TLS: a browser
 * keeps no Secure cookie of a plain page.
 */
export function cookieAttributes(pageOrigin: string, maxAge: number): CookieAttributes {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: pageOrigin.startsWith("https:"), maxAge };
}

/** Browsers keep fewer for one site (Chrome 180): more are nonsense, and not looked at. */
const PAIRS_MAX = 300;

function pairsOf(header: string | null | undefined): string[] {
  return (header ?? "").split(";", PAIRS_MAX);
}

/** The value of one cookie in a `Cookie` header; null if it is not there. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const pair of pairsOf(header)) {
    const at = pair.indexOf("=");
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    return decoded(pair.slice(at + 1).trim());
  }
  return null;
}

/** The player tokens in a `Cookie` header, of whatever sessions; at most a handful, however many are sent. */
export function playerCookies(header: string | null | undefined): string[] {
  return pairsOf(header)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(PLAYER_COOKIE_PREFIX))
    .slice(0, 20)
    .map((pair) => decoded(pair.slice(pair.indexOf("=") + 1)));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
