import { lookup } from "node:dns";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/**
 * Sends to addresses that hosts type in. A host must not reach by them what only this server reaches: the address is
 * looked at after its name is resolved and that very address is connected to, redirects are not followed, and neither a
 * slow nor an endless reply holds anything.
 */
export interface TargetRules {
  /** Addresses of this machine and of private networks, and plain http: for tests and intranets. */
  allowPrivate: boolean;
  timeoutMs: number;
}

/** Of replies so much is read, and nothing kept. */
const REPLY_MAX_BYTES = 64 * 1024;

export function sendToTarget(
  url: string,
  { headers, body, rules }: { headers: Record<string, string>; body: string; rules: TargetRules },
): Promise<{ status: number }> {
  const target = new URL(url);
  const why = targetProblem(url, rules);
  if (why) return Promise.reject(new Error(why));
  return new Promise((resolve, reject) => {
    const send = target.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send(target, {
      method: "POST",
      agent: false,
      lookup: publicLookup(rules),
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" },
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`No reply within ${rules.timeoutMs / 1_000} seconds.`)),
      rules.timeoutMs,
    );
    const done = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      request.destroy();
    };
    request.on("error", (error) => done(() => reject(error)));
    request.on("response", (reply) => {
      let bytes = 0;
      const finish = () => done(() => resolve({ status: reply.statusCode ?? 0 }));
      reply.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > REPLY_MAX_BYTES) finish();
      });
      reply.on("end", finish);
      reply.on("error", (error) => done(() => reject(error)));
    });
    request.end(body);
  });
}

/** What is wrong with an address before anybody asks for it; null if nothing is. */
export function targetProblem(
  url: string,
  { allowPrivate }: Pick<TargetRules, "allowPrivate">,
): string | null {
  if (!URL.canParse(url)) return "This is not an address; it starts with https://.";
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== "https:" && !(allowPrivate && protocol === "http:"))
    return "The address must start with https://.";
  if (username || password) return "The address must not hold a name or password.";
  const host = hostname.replace(/^\[|\]$/g, "");
  if (
    !allowPrivate &&
    (isIP(host) ? isPrivate(host) : /(^|\.)localhost$|^[^.]+$/i.test(host.replace(/\.$/, "")))
  )
    return "The address is on a private network, which this server does not send to.";
  return null;
}

function publicLookup({ allowPrivate }: TargetRules): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const inside = allowPrivate ? undefined : addresses.find(({ address }) => isPrivate(address));
      const [first] = addresses;
      if (inside || !first) {
        const why = inside ? "leads to a private network" : "leads nowhere";
        return callback(new Error(`${hostname} ${why}; nothing was sent.`), "", 0);
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** All that is not the public internet (IANA's registries of special addresses), and multicast. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
  ] as const),
  ...([
    ["172.16.0.0", 12],
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
  ] as const),
  ...([
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
  ] as const),
  ...([
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
])
  PRIVATE.addSubnet(network, prefix, "ipv4");

/** Of IPv6 only what is given out on the internet is public, without what leads to IPv4 by a detour. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet("2000::", 3, "ipv6");
const DETOURS = new BlockList();
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  DETOURS.addSubnet(network, prefix, "ipv6");

export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return PRIVATE.check(address, "ipv4");
  return !GLOBAL.check(address, "ipv6") || DETOURS.check(address, "ipv6");
}
