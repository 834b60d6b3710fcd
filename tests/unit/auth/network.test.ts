import { expect, test } from "vitest";
import { createNetworkMark } from "#lib/auth/network.ts";

test("[INT2] a mark is the same for one address in one session only, and too short to point back at it", () => {
  const mark = createNetworkMark("a secret of the server");
  expect(mark("s1", "192.0.2.7")).toBe(mark("s1", "192.0.2.7"));
  const others = [
    mark("s2", "192.0.2.7"),
    mark("s1", "192.0.2.8"),
    createNetworkMark("b")("s1", "192.0.2.7"),
  ];
  expect(new Set([mark("s1", "192.0.2.7"), ...others]).size).toBe(4);
  // 24 bits: of the four billion IPv4 addresses, some 250 share each mark.
  expect(mark("s1", "192.0.2.7")).toMatch(/^[\w-]{4}$/);
});
