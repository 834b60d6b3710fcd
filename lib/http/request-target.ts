/**
 * The address a request asks for, in the one form that everything behind the server compares: a path from the root, with its
 * query. Proxies may send the whole address (RFC 9112, section 3.2.2); dot segments, doubled or turned slashes and letters
 * written as escapes mean the same as without (RFC 3986, section 6.2.2). Null for what is no address on this server.
 */
export function plainTarget(target: string): string | null {
  const own = target.replace(WHOLE_ADDRESS, "");
  // An asterisk is no address but means the server itself; who answers requests decides about it.
  if (own === "*") return own;
  const rooted = own === "" || own.startsWith("?") ? `/${own}` : own;
  if (!rooted.startsWith("/")) return null;
  const end = rooted.search(/[?#]/);
  const path = end < 0 ? rooted : rooted.slice(0, end);
  const query = end < 0 ? "" : (rooted.slice(end).split("#", 1)[0] ?? "");
  return OUT_OF_ORDER.test(path) ? plainPath(path) + query : path + query;
}

const WHOLE_ADDRESS = /^https?:\/\/[^/?#]*/i;
/** Characters that most addresses do not contain. */
const OUT_OF_ORDER = /%|\\|\/\/|\/\./;
/** Letters, digits and marks that never need an escape. */
const UNRESERVED = /[A-Za-z0-9\-._~]/;

function plainPath(path: string): string {
  const unescaped = path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const char = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return UNRESERVED.test(char) ? char : escaped.toUpperCase();
  });
  const segments = unescaped.split(/[/\\]+/);
  const kept: string[] = [];
  for (const segment of segments.slice(1)) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
  }
  const last = segments.at(-1);
  const asFolder = (last === "." || last === "..") && kept.at(-1) !== "";
  return `/${kept.join("/")}${asFolder && kept.length > 0 ? "/" : ""}`;
}
