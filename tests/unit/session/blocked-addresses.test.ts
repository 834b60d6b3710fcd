import { expect, test } from "vitest";
import { blockedAddresses } from "#lib/session/blocked-addresses.ts";

test("[SEC8] an address is blocked for its time, and then forgotten", () => {
  let nowMs = 0;
  const blocked = blockedAddresses({ now: () => nowMs });
  for (let i = 0; i < 1_000; i++) blocked.block(`10.0.${i >> 8}.${i & 255}`, 60_000);
  expect(blocked.has({ address: "10.0.0.7" })).toBe(true);
  expect(blocked.has({ address: "10.9.9.9" })).toBe(false);
  nowMs = 60_000;
  expect(blocked.has({ address: "10.0.0.7" })).toBe(false);
  blocked.block("10.9.9.9", 60_000);
  expect(blocked.has({ address: "10.9.9.9" })).toBe(true);
  expect(blocked.size).toBe(1);
});

test("[SEC8] while nobody is blocked, nobody is asked for an address", () => {
  const blocked = blockedAddresses({ now: () => 0 });
  const asked = {
    get address(): string {
      throw new Error("asked");
    },
  };
  expect(blocked.has(asked)).toBe(false);
  blocked.block("10.9.9.9", 60_000);
  expect(() => blocked.has(asked)).toThrow("asked");
});
