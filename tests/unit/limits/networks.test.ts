import { expect, test } from "vitest";
import { clientAddress } from "#lib/auth/client-address.ts";
import { networksOf } from "#lib/limits/networks.ts";

const from = (socketAddress: string) =>
  networksOf(clientAddress({ socketAddress, forwardedFor: undefined }, 0));

test("[SEC10] an IPv4 caller is one address, an IPv6 caller a /64, a /56 and a /48, each wider one with more in all", () => {
  expect(from("203.0.113.9")).toEqual([{ key: "203.0.113.9", share: 1 }]);
  expect(from("::ffff:203.0.113.9")).toEqual([{ key: "203.0.113.9", share: 1 }]);
  expect(from("2001:db8:7:a1b2:3::4")).toEqual([
    { key: "2001:db8:7:a1b2::/64", share: 1 },
    { key: "2001:db8:7:a100::/56", share: 2 },
    { key: "2001:db8:7:0::/48", share: 4 },
  ]);
});

test("[SEC10] neighbors share just what they have in common", () => {
  const keys = (address: string) => from(address).map(({ key }) => key);
  const shared = (a: string, b: string) => keys(a).filter((key) => keys(b).includes(key)).length;
  expect(shared("2001:db8:7:a1b2::1", "2001:db8:7:a1b2:ffff::9")).toBe(3);
  expect(shared("2001:db8:7:a1b2::1", "2001:db8:7:a1ff::1")).toBe(2);
  expect(shared("2001:db8:7:a1b2::1", "2001:db8:7:b::1")).toBe(1);
  expect(shared("2001:db8:7:a1b2::1", "2001:db8:8:a1b2::1")).toBe(0);
});
