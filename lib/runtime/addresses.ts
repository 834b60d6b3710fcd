import { hostname, type NetworkInterfaceInfo, networkInterfaces } from "node:os";
import type { Config } from "../config/config.ts";
import { type DefaultRoute, defaultRoutes } from "./default-route.ts";

type Address = Pick<Config, "publicUrl" | "host" | "port" | "trustedProxies">;

/** The addresses by which this server is found on its network, as they are now: a laptop changes its network. */
export interface OwnAddresses {
  /** The address for phones. */
  joinOrigin(): string;
  /** All that phones might reach, the likeliest first. Without any network what is left is `localhost`. */
  candidates(): JoinCandidate[];
  /**
   * The names by which a screen may have been opened so that phones may be sent there too. None where PUBLIC_URL says
   * where people go; "*" where a proxy that is trusted decides.
   */
  hosts(): string[];
}

export interface JoinCandidate {
  origin: string;
  /** The network interface; null for an address that was told. */
  on: string | null;
}

/** The address of this server for somebody at its own keyboard, or the one it was told. */
export function publicUrl(config: Address): string {
  if (config.publicUrl !== null) return config.publicUrl;
  return `http://${isEverywhere(config) || isLoopback(config.host) ? "localhost" : bracketed(config.host)}:${config.port}`;
}

/** How long a look at the network stays true; a view of a session is made many times a second. */
const FRESH_MS = 5_000;

export function ownAddresses(config: Address, now: () => number): OwnAddresses {
  let seen = look();
  let seenAtMs = now();

  function look() {
    const found = candidatesOf(config, networkInterfaces(), defaultRoutes());
    const candidates = found.length > 0 ? found : [{ origin: publicUrl(config), on: null }];
    return { candidates, hosts: hostsOf(config, candidates) };
  }

  function current() {
    if (now() - seenAtMs > FRESH_MS) {
      seen = look();
      seenAtMs = now();
    }
    return seen;
  }

  return {
    candidates: () => current().candidates,
    joinOrigin: () => current().candidates[0]?.origin ?? publicUrl(config),
    hosts: () => current().hosts,
  };
}

function hostsOf(config: Address, candidates: readonly JoinCandidate[]): string[] {
  if (config.publicUrl !== null) return [];
  if (config.trustedProxies > 0) return ["*"];
  return [...candidates.map(({ origin }) => new URL(origin).hostname), ...namesOf(hostname())];
}

type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>;

/**
 * PUBLIC_URL alone, where it is set. Otherwise the addresses of this machine that are listened on, real networks before
 * those that programs make up (Docker, virtual machines, VPNs), and of these first the one that leads out of the house:
 * phones are mostly in that network, too.
 */
export function candidatesOf(
  config: Address,
  interfaces: Interfaces,
  routes: readonly DefaultRoute[],
): JoinCandidate[] {
  if (config.publicUrl !== null) return [{ origin: config.publicUrl, on: null }];
  const { host, port } = config;
  const found = Object.entries(interfaces).flatMap(([on, addresses]) =>
    (addresses ?? [])
      .filter(({ address, family, internal }) => !internal && isListenedOn(host, family, address))
      .filter(({ address }) => !LINK_LOCAL.test(address))
      .map(({ address, family }) => ({ address, family, on })),
  );
  const placed = found.map((each, i) => ({ ...each, i, rank: rankOf(each, routes) }));
  return placed
    .sort((a, b) => a.rank - b.rank || a.i - b.i)
    .map(({ address, on }) => ({ origin: `http://${bracketed(address)}:${port}`, on }));
}

function rankOf(
  { on, address, family }: { on: string; address: string; family: string },
  routes: readonly DefaultRoute[],
): number {
  const place = routes.findIndex((route) => route.on === on || route.address === address);
  return (
    (VIRTUAL.test(on) ? 1_000 : 0) +
    // A phone types an IPv4 address.
    (family === "IPv4" ? 0 : 500) +
    (place < 0 ? 100 : place)
  );
}

/** Interfaces made up by programs, by the names they give them on Linux, macOS and Windows. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vnet|vmnet|vmenet|vboxnet|virtualbox|vmware|vethernet|hyper-v|podman|cni|flannel|cali|lxc|lxd|bridge\d|tun|tap|utun|wg|ppp|ipsec|gpd|tailscale|zt|nordlynx|proton|nebula|cscotun|anyconnect|openvpn|wireguard)/i;

/** Where no router gave one: other machines hardly ever find these. */
const LINK_LOCAL = /^(169\.254\.|fe[89ab])/i;

function isListenedOn(host: string, family: string, address: string): boolean {
  if (host === "0.0.0.0") return family === "IPv4";
  return host === "::" || host.replace(/^\[|\]$/g, "").toLowerCase() === address.toLowerCase();
}

function isEverywhere({ host }: Address): boolean {
  return host === "0.0.0.0" || host === "::";
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || /^127\./.test(host);
}

function bracketed(address: string): string {
  return address.includes(":") && !address.startsWith("[") ? `[${address}]` : address;
}

/** The names of a machine in its own network, by itself (mDNS) and by its router; never a name that a stranger could own. */
const LOCAL_ENDINGS = ["local", "lan", "home.arpa", "internal"];

export function namesOf(machine: string): string[] {
  const name = machine.toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name)) return [];
  const [short = name] = name.split(".");
  return [...new Set([name, short, ...LOCAL_ENDINGS.map((ending) => `${short}.${ending}`)])];
}
