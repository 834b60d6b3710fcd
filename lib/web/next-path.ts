const START = "/host";

/** Where to go after signing in: a path of ours, whatever the address bar asked for. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 500) return START;
  const here = "http://ours.invalid";
  if (!URL.canParse(wanted, here)) return START;
  const url = new URL(wanted, here);
  // Browsers read //host and /\host as another site; the parser tells.
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : START;
}
