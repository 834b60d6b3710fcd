/** Where people join, as they read it from the wall and type it, and as the QR code carries it. */
export interface JoinAddress {
  /** Without https://, which people do not type. */
  host: string;
  url: string;
}

/**
 * The address the server names; or the one this screen itself was opened by, since it proves to work, where the server
 * knows that name as one of its own. Any other may be a stranger's who leads here.
 */
export function joinAddress(
  screen: { hostname: string; origin: string },
  { joinUrl, joinHosts = [] }: { joinUrl: string; joinHosts?: readonly string[] | undefined },
): JoinAddress {
  const url = new URL(joinUrl);
  if (isLoopback(screen.hostname) || !(joinHosts.includes("*") || joinHosts.includes(screen.hostname)))
    return { host: url.host, url: url.href };
  const here = new URL(url.pathname + url.search, screen.origin);
  return { host: here.host, url: here.href };
}

/** On a phone that is the phone itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname);
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
