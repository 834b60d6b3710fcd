/** Where people join, as they read it from the wall and type it, and as the QR code carries it. */
export interface JoinAddress {
  /** Without https://, which nobody types. */
  host: string;
  url: string;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The address this screen itself was opened by, since it proves to work; on the server's own machine, where that is
 * `localhost`, the one the server names.
 */
export function joinAddress(screen: { hostname: string; origin: string }, joinUrl: string): JoinAddress {
  const url = new URL(joinUrl);
  if (LOOPBACK.has(screen.hostname)) return { host: url.host, url: url.href };
  const here = new URL(url.pathname + url.search, screen.origin);
  return { host: here.host, url: here.href };
}
