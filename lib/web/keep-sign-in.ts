import { cookies } from "next/headers";
import { pageOriginOf } from "../api/actor.ts";
import { cookieAttributes, HOST_COOKIE, HOST_COOKIE_SECONDS } from "../auth/cookies.ts";
import { KNOWN_DEVICE_SECONDS } from "../auth/known-devices.ts";
import type { SignedIn } from "../auth/sign-in.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { asking } from "./asking.ts";

/** Gives this browser its sign-in, and makes it a known device of the account. */
export async function keepSignIn(runtime: Runtime, { token, device }: SignedIn): Promise<void> {
  const { headers } = await asking();
  const origin = pageOriginOf(runtime, headers);
  const jar = await cookies();
  jar.set(HOST_COOKIE, token, cookieAttributes(origin, HOST_COOKIE_SECONDS));
  jar.set(device.name, device.value, cookieAttributes(origin, KNOWN_DEVICE_SECONDS));
}
