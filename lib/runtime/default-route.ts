import { createSocket } from "node:dgram";
import { readFileSync } from "node:fs";

/** Where packets to the rest of the world leave this machine: by the interface's name (Linux), or its address. */
export type DefaultRoute = { on: string; address?: undefined } | { address: string; on?: undefined };

/** The best first. Linux tells; elsewhere it is what the last `askKernel` found. */
export function defaultRoutes(): DefaultRoute[] {
  if (process.platform !== "linux") return asked;
  const routes = [...ipv4Defaults(read("/proc/net/route")), ...ipv6Defaults(read("/proc/net/ipv6_route"))];
  return routes.sort((a, b) => a.metric - b.metric).map(({ on }) => ({ on }));
}

interface Found {
  on: string;
  metric: number;
}

const UP = 0x1;
const REJECT = 0x200;

/** /proc/net/route: a line per route, numbers in hex: interface, destination, gateway, flags, …, metric, mask. */
export function ipv4Defaults(table: string): Found[] {
  return table.split("\n").flatMap((line) => {
    const [on = "", destination, , flags = "", , , metric = "", mask] = line.trim().split(/\s+/);
    const isDefault = destination === "00000000" && mask === "00000000";
    return isDefault && isUsable(flags) ? [{ on, metric: Number(metric) }] : [];
  });
}

/** /proc/net/ipv6_route: destination, its length, source, its length, gateway, metric, references, uses, flags, interface. */
export function ipv6Defaults(table: string): Found[] {
  return table.split("\n").flatMap((line) => {
    const [destination = "", length, , , , metric = "", , , flags = "", on = ""] = line.trim().split(/\s+/);
    const isDefault = /^0{32}$/.test(destination) && length === "00" && on !== "lo";
    return isDefault && isUsable(flags) ? [{ on, metric: Number.parseInt(metric, 16) }] : [];
  });
}

function isUsable(flags: string): boolean {
  const bits = Number.parseInt(flags, 16);
  return (bits & UP) !== 0 && (bits & REJECT) === 0;
}

let asked: DefaultRoute[] = [];

/**
 * Where there is no table to read: a connected UDP socket has the address that its packets would come from. None is
 * sent. The addresses are of the ranges for documentation, and so surely behind the default route.
 */
export async function askKernel(): Promise<void> {
  if (process.platform === "linux") return;
  const found = await Promise.all([sourceFor("udp4", "192.0.2.1"), sourceFor("udp6", "2001:db8::1")]);
  asked = found.flatMap((address) => (address === null ? [] : [{ address }]));
}

export function sourceFor(type: "udp4" | "udp6", target: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket(type);
    const done = (address: string | null) => {
      socket.close();
      resolve(address);
    };
    socket.once("error", () => done(null));
    socket.once("connect", () => done(socket.address().address));
    socket.connect(9, target);
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // No IPv6, or a container that hides it.
    return "";
  }
}
