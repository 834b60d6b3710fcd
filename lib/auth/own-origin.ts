/**
 * Which pages are ours, and by which address they were opened. Everything that asks (pages, server actions, REST calls by
 * cookie, sockets, cookies, links) asks here:
 *
 *   1. PUBLIC_URL, where it is set, is ours whatever a request says.
 *   2. Behind trusted proxies X-Forwarded-Host and X-Forwarded-Proto say how the request reached the first of them.
 *   3. Otherwise its Host does.
 *
 * A page is ours if its Origin is one of these. Ports that go without saying are equal (`name` and `name:443`). Where the
 * browser itself says that page and request have one origin (Sec-Fetch-Site, which no page can write), that decides: a
 * proxy that rewrites Host cannot hide it.
 */
export interface OriginRules {
  /** As browsers write it in Origin. */
  publicUrl: string | null;
  trustedProxies: number;
}

/** The headers of a request, of Node or of the web. */
export interface OriginHeaders {
  get(name: string): string | null;
}

/** Whether this comes from a page of ours. Null: no page says so; another program, or a browser that only reads. */
export function isOwnPage(headers: OriginHeaders, rules: OriginRules): boolean | null {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return null;
  const page = httpUrl(origin);
  if (!page) return false;
  if (page.origin === rules.publicUrl) return true;
  // In the page's own scheme, whose port goes without saying.
  return httpUrl(`${page.protocol}//${reachedHost(headers, rules)}`)?.host === page.host;
}

/** The address in the browser's address bar, as far as it is known: for the cookies of this one request. */
export function originOf(headers: OriginHeaders, rules: OriginRules): string | null {
  const page = httpUrl(headers.get("origin") ?? "");
  return page && isOwnPage(headers, rules) ? page.origin : toldOrigin(headers, rules);
}

/**
 * The address for links in the reply: what PUBLIC_URL or a trusted proxy tells. Never Host, which anybody may write, nor
 * a page that was opened by one.
 */
export function toldOrigin(headers: OriginHeaders, rules: OriginRules): string | null {
  if (rules.publicUrl !== null) return rules.publicUrl;
  const host = forwarded(headers.get("x-forwarded-host"), rules);
  if (host === null) return null;
  const proto = forwarded(headers.get("x-forwarded-proto"), rules) === "https" ? "https" : "http";
  return httpUrl(`${proto}://${host}`)?.origin ?? null;
}

/** The address the server was called by: the one in the address bar of our pages where PUBLIC_URL is not set. */
export function reachedHost(headers: OriginHeaders, rules: OriginRules): string {
  return forwarded(headers.get("x-forwarded-host"), rules) ?? headers.get("host") ?? "";
}

/** Carry `originOf` and `toldOrigin` from the HTTP server to all behind it. Set on every request, over what came in. */
export const ORIGIN_HEADER = "x-ovation-origin";
export const TOLD_ORIGIN_HEADER = "x-ovation-told-origin";

/**
 * Writes down for all that follows what was found here, and for Next, which compares the hosts of Origin and
 * X-Forwarded-Host before it runs an action and has no notion of PUBLIC_URL or of trusted proxies. Between the proxy and
 * this server there is no TLS, whatever was before it: Next calls itself by the scheme it reads.
 */
export function stampOrigin(
  request: { headers: Record<string, string | string[] | undefined> },
  rules: OriginRules,
): void {
  const headers = nodeHeaders(request);
  const page = httpUrl(headers.get("origin") ?? "");
  const ours = isOwnPage(headers, rules) === true;
  const [host, origin, told] = [
    (ours && page?.host) || reachedHost(headers, rules),
    originOf(headers, rules),
    toldOrigin(headers, rules),
  ];
  request.headers[ORIGIN_HEADER] = origin ?? "";
  request.headers[TOLD_ORIGIN_HEADER] = told ?? "";
  request.headers["x-forwarded-host"] = host;
  // Some browsers keep back where a page of ours was opened, and say "null".
  if (ours && !page && headers.get("origin") !== null) request.headers.origin = `http://${host}`;
  request.headers["x-forwarded-proto"] = "http";
}

export function nodeHeaders({
  headers,
}: {
  headers: Record<string, string | string[] | undefined>;
}): OriginHeaders {
  return {
    get(name) {
      const value = headers[name];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
  };
}

function forwarded(header: string | null, { trustedProxies }: OriginRules): string | null {
  if (trustedProxies === 0 || header === null) return null;
  const hops = header.split(",");
  // Each proxy appends, or the first sets it and the others pass it on.
  return (hops.at(-trustedProxies) ?? hops[0] ?? "").trim() || null;
}

/** Scheme, host and port, and nothing else. */
function httpUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return plain && (url.protocol === "http:" || url.protocol === "https:") ? url : null;
}
