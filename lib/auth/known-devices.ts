import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { readCookie } from "./cookies.ts";

/**
 * Devices on which somebody has signed in with an e-mail before, by a cookie that outlives the sign-in. It opens nothing:
 * such a device only tries passwords by a budget of its own, so that strangers can use up only their own
 * (docs/decisions/025). It verifies itself; nothing is stored.
 */
export interface KnownDevices {
  /** The cookie for a device that has just signed in: the one it has, or a new one. */
  cookieFor(email: string, cookieHeader: string | null): { name: string; value: string };
  /** Which device this is, if it has signed in with this e-mail before. */
  read(email: string, cookieHeader: string | null): string | null;
}

/** A year: longer than a teacher's holidays. */
export const KNOWN_DEVICE_SECONDS = 365 * 24 * 3600;

const DEVICE_BYTES = 12;
const DEVICE = /^[\w-]{16}$/;

export function createKnownDevices(authSecret: string): KnownDevices {
  const key = Buffer.from(hkdfSync("sha256", authSecret, "ovation", "known device", 32));
  const mac = (...parts: string[]) => createHmac("sha256", key).update(parts.join(" ")).digest();
  /** One cookie for each account; which account, only this server can tell. */
  const nameOf = (email: string) => `ovation_device_${mac("name", plain(email)).toString("hex", 0, 6)}`;
  const signed = (email: string, device: string) =>
    `${device}.${mac("device", plain(email), device).toString("base64url")}`;

  function read(email: string, cookieHeader: string | null): string | null {
    const given = readCookie(cookieHeader, nameOf(email)) ?? "";
    const [device = ""] = given.split(".", 1);
    if (!DEVICE.test(device)) return null;
    const [actual, expected] = [Buffer.from(given), Buffer.from(signed(email, device))];
    return actual.length === expected.length && timingSafeEqual(actual, expected) ? device : null;
  }

  return {
    read,
    cookieFor(email, cookieHeader) {
      const device = read(email, cookieHeader) ?? randomBytes(DEVICE_BYTES).toString("base64url");
      return { name: nameOf(email), value: signed(email, device) };
    },
  };
}

function plain(email: string): string {
  return email.trim().toLowerCase();
}
