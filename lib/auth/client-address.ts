import { isIPv6 } from "node:net";

/**
 * Who is calling, for limits per address. The socket's own address, unless so many reverse proxies are declared
 * (TRUSTED_PROXIES): each of them appends the address it saw to X-Forwarded-For, so the n-th from the right is the
 * first one that a client could not make up. IPv6 callers own a whole /64 and are one.
 */
export function clientAddress(
  request: { socketAddress: string | undefined; forwardedFor: string | undefined },
  trustedProxies: number,
): string {
  const forwarded = (request.forwardedFor ?? "").split(",").map((each) => each.trim());
  const claimed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined;
  return network(claimed || request.socketAddress || "unknown");
}

/** Carries the address from the HTTP server to Next code. The server sets it on every request, over what came in. */
export const ADDRESS_HEADER = "x-ovation-address";

/** Writes the caller's address into the request's headers; call it before Next sees the request. */
export function stampAddress(
  request: {
    headers: Record<string, string | string[] | undefined>;
    socket: { remoteAddress?: string | undefined };
  },
  trustedProxies: number,
): void {
  const forwardedFor = [request.headers["x-forwarded-for"]].flat().join(",");
  request.headers[ADDRESS_HEADER] = clientAddress(
    { socketAddress: request.socket.remoteAddress, forwardedFor },
    trustedProxies,
  );
}

function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = "", tail = ""] = plain.replace(/%.*$/, "").split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
