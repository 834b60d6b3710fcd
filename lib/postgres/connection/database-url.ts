/**
 * Splits `?host=/folder` off a database URL. libpq and hosting services write a Unix socket so; the driver wants the
 * folder apart.
 */
export function driverAddress(url: string): { url: string; host?: string } {
  const folder = socketFolder(url);
  if (folder === null) return { url };
  const withoutHost = new URL(url);
  withoutHost.searchParams.delete("host");
  return { url: withoutHost.href, host: folder };
}

/** The address for people and logs: without the password. */
export function printableAddress(url: string): string {
  const folder = socketFolder(url);
  if (folder !== null) return folder;
  // Greedy up to the last @, so that a password that was not percent-encoded does not show either.
  return url.replace(/\?.*$/s, "").replace(/^([^:]+:\/\/[^:@/]*):.*@/s, "$1@");
}

function socketFolder(url: string): string | null {
  const host = /[?&]host=([^&]+)/.exec(url)?.[1];
  return host === undefined ? null : decodeURIComponent(host);
}
