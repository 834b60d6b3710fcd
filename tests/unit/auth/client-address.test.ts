import { expect, test } from "vitest";
import { clientAddress, stampAddress } from "#lib/auth/client-address.ts";

test.each([
  [0, "198.51.100.7", "203.0.113.9", "198.51.100.7"],
  [1, "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  [1, "10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
  [2, "10.0.0.1", "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"],
  [1, "10.0.0.1", "", "10.0.0.1"],
  [0, "::ffff:198.51.100.7", undefined, "198.51.100.7"],
  [0, "2001:db8:1:2:aaaa:bbbb:cccc:dddd", undefined, "2001:db8:1:2::/64"],
  [0, "2001:db8:1:2::1", undefined, "2001:db8:1:2::/64"],
  [0, "::1", undefined, "0:0:0:0::/64"],
  [0, undefined, undefined, "unknown"],
])(
  "[SEC10] with %i trusted proxies, a caller at %s claiming %s is %s",
  (proxies, socketAddress, forwardedFor, expected) => {
    expect(clientAddress({ socketAddress, forwardedFor }, proxies)).toBe(expected);
  },
);

test("[SEC10] what a client writes into the header itself is overwritten", () => {
  const request = { headers: { "x-ovation-address": "6.6.6.6" }, socket: { remoteAddress: "198.51.100.7" } };
  stampAddress(request, 0);
  expect(request.headers["x-ovation-address"]).toBe("198.51.100.7");
});
