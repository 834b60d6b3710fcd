import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, test } from "vitest";
import { candidatesOf, namesOf, ownAddresses, publicUrl } from "#lib/runtime/addresses.ts";
import { ipv4Defaults, ipv6Defaults, sourceFor } from "#lib/runtime/default-route.ts";
import { startMessage } from "#lib/runtime/start-message.ts";

const EVERYWHERE = { publicUrl: null, host: "0.0.0.0", port: 3000, trustedProxies: 0 };

/** As `networkInterfaces` lists them: in no order that means anything. */
function interfaces(addresses: Record<string, string[]>): Record<string, NetworkInterfaceInfo[]> {
  return Object.fromEntries(
    Object.entries({ lo: ["127.0.0.1"], ...addresses }).map(([name, own]) => [
      name,
      own.map((address) => ({
        address,
        internal: name === "lo",
        family: address.includes(":") ? "IPv6" : "IPv4",
        netmask: "",
        mac: "",
        cidr: null,
        ...(address.includes(":") ? { scopeid: 0 } : {}),
      })) as NetworkInterfaceInfo[],
    ]),
  );
}

const order = (
  addresses: Record<string, string[]>,
  routes: Parameters<typeof candidatesOf>[2] = [],
  config = EVERYWHERE,
) => candidatesOf(config, interfaces(addresses), routes).map(({ origin }) => origin.replace("http://", ""));

describe("[PV1] phones are sent to the network of the default route", () => {
  test("though Docker's bridge comes first in the list", () => {
    const found = order({ docker0: ["172.17.0.1"], eth0: ["192.168.1.20"] }, [{ on: "eth0" }]);
    expect(found).toEqual(["192.168.1.20:3000", "172.17.0.1:3000"]);
  });

  test("to the one of two real networks that leads out, however they are called", () => {
    const two = { enp0s1: ["10.1.1.5"], wlan0: ["192.168.0.9"] };
    expect(order(two, [{ on: "wlan0" }])[0]).toBe("192.168.0.9:3000");
    expect(order(two, [{ address: "10.1.1.5" }])[0]).toBe("10.1.1.5:3000");
    expect(order(two, [{ on: "wlan0" }, { on: "enp0s1" }])).toEqual(["192.168.0.9:3000", "10.1.1.5:3000"]);
  });

  test("and not through a VPN that has taken the default route: phones are not in it", () => {
    const vpn = { tun0: ["10.8.0.6"], en0: ["192.168.178.30"] };
    expect(order(vpn, [{ on: "tun0" }])).toEqual(["192.168.178.30:3000", "10.8.0.6:3000"]);
  });

  test.each([
    "br-3f2a",
    "veth12",
    "virbr0",
    "vboxnet0",
    "vmnet8",
    "utun4",
    "wg0",
    "tailscale0",
    "vEthernet (WSL)",
  ])("%s comes last", (name) =>
    expect(order({ [name]: ["172.20.0.1"], wlp3s0: ["10.0.0.4"] })[0]).toBe("10.0.0.4:3000"),
  );

  test("what is all there is, is taken", () => {
    expect(order({ docker0: ["172.17.0.1"] })).toEqual(["172.17.0.1:3000"]);
    expect(order({})).toEqual([]);
  });

  test("only what is listened on, and what a router has given", () => {
    const both = { eth0: ["169.254.3.4", "192.168.1.20", "fe80::1", "fd00::20"] };
    expect(order(both)).toEqual(["192.168.1.20:3000"]);
    expect(order(both, [], { ...EVERYWHERE, host: "::" })).toEqual(["192.168.1.20:3000", "[fd00::20]:3000"]);
    expect(order(both, [], { ...EVERYWHERE, host: "192.168.1.20" })).toEqual(["192.168.1.20:3000"]);
    expect(order(both, [], { ...EVERYWHERE, host: "127.0.0.1" })).toEqual([]);
  });

  test("or to PUBLIC_URL, and nowhere else", () => {
    const told = { ...EVERYWHERE, publicUrl: "https://quiz.example.com" };
    expect(candidatesOf(told, interfaces({ eth0: ["192.168.1.20"] }), [])).toEqual([
      { origin: "https://quiz.example.com", on: null },
    ]);
  });
});

test("[PV1] Linux tells its default routes", () => {
  const ipv4 = [
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
    "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0",
    "wlp3s0\t00000000\t01B2A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0",
    "tun0\t00000000\t0100080A\t0003\t0\t0\t50\t00000080\t0\t0\t0",
    "eth9\t00000000\t01B2A8C0\t0002\t0\t0\t10\t00000000\t0\t0\t0",
  ].join("\n");
  expect(ipv4Defaults(ipv4)).toEqual([{ on: "wlp3s0", metric: 600 }]);
  const zeros = "0".repeat(32);
  const ipv6 = [
    `${zeros} 00 ${zeros} 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0`,
    `${zeros} 00 ${zeros} 00 ${zeros} ffffffff 00000001 00000000 00200200       lo`,
    `fd000000000000000000000000000000 40 ${zeros} 00 ${zeros} 00000100 00000001 00000000 00000001     eth1`,
  ].join("\n");
  expect(ipv6Defaults(ipv6)).toEqual([{ on: "eth0", metric: 1_024 }]);
  expect([ipv4Defaults(""), ipv6Defaults("")]).toEqual([[], []]);
});

test("[PV1] elsewhere a socket tells, without a packet, by which address it would send", async () => {
  expect(await sourceFor("udp4", "127.0.0.1")).toBe("127.0.0.1");
  expect(await sourceFor("udp4", "no address")).toBe(null);
});

test("[PX4] only this machine's own names may be on a screen's QR code", () => {
  expect(namesOf("Quizbox")).toEqual([
    "quizbox",
    "quizbox.local",
    "quizbox.lan",
    "quizbox.home.arpa",
    "quizbox.internal",
  ]);
  expect(namesOf("quizbox.fritz.box")).toContain("quizbox.fritz.box");
  expect(namesOf("*")).toEqual([]);
  const hosts = (config: Partial<typeof EVERYWHERE> | { publicUrl: string }) =>
    ownAddresses({ ...EVERYWHERE, ...config }, () => 0).hosts();
  expect(hosts({ publicUrl: "https://quiz.example.com" })).toEqual([]);
  expect(hosts({ trustedProxies: 1 })).toEqual(["*"]);
  expect(hosts({})).not.toContain("*");
});

test("[PV2] the start message shows all addresses, the likeliest first", () => {
  const candidates = [
    { origin: "http://192.168.1.20:3000", on: "eth0" },
    { origin: "http://172.17.0.1:3000", on: "docker0" },
  ];
  const message = (shown: typeof candidates) =>
    startMessage({
      config: { databaseUrl: null, dataDir: ".data", redis: null },
      publicUrl: "http://localhost:3000",
      addresses: { candidates: () => shown, joinOrigin: () => "", hosts: () => [] },
      newOwner: null,
    });
  expect(message(candidates)).toMatch(
    /Phones join at http:\/\/192\.168\.1\.20:3000 .*eth0.*\n +or http:\/\/172\.17\.0\.1:3000 +\(docker0\)\n.*control room/,
  );
  expect(message(candidates.slice(0, 1))).not.toContain("control room");
  expect(message([])).not.toContain("Phones join");
});

test("the address for one's own keyboard is one that is listened on", () => {
  expect(publicUrl(EVERYWHERE)).toBe("http://localhost:3000");
  expect(publicUrl({ ...EVERYWHERE, host: "127.0.0.1" })).toBe("http://localhost:3000");
  expect(publicUrl({ ...EVERYWHERE, host: "192.168.1.20" })).toBe("http://192.168.1.20:3000");
  expect(publicUrl({ ...EVERYWHERE, host: "fd00::20" })).toBe("http://[fd00::20]:3000");
});
