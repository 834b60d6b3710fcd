const START = "/host";

/** Where to go after signing in: a path of ours, whatever the address bar asked for. */
export function nextPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 500) return START;
  return ownPath(wanted) ?? START;
}

const HERE = "http://ours.invalid";

/**
 * What a browser makes of this on a page of ours, if that is a path of ours; else null. Browsers read //host and /\host as
 * another site, and drop tabs, line ends and dot segments first: so what is left is read once more, since it may have
 * become another site by that (/.//host).
 */
export function ownPath(wanted: string): string | null {
  const path = pathHere(wanted);
  return path !== null && pathHere(path) === path ? path : null;
}

function pathHere(wanted: string): string | null {
  if (!URL.canParse(wanted, HERE)) return null;
  const url = new URL(wanted, HERE);
  if (url.origin !== HERE || url.username || url.password) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
