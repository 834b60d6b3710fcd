import { redirect } from "next/navigation";
import { cache } from "react";
import { hostOf } from "../api/actor.ts";
import type { Account } from "../auth/account-store.ts";
import { currentRuntime } from "../runtime/current.ts";
import { asking } from "./asking.ts";

/** The host who is signed in in this browser, or null. Asked once per request, however many parts of a page ask. */
export const currentHost = cache(async (): Promise<Account | null> => {
  // Reading the request first makes the page dynamic; at build time there is no running server to ask.
  const request = await asking();
  const host = await hostOf(currentRuntime(), request);
  return host.ok ? host.value : null;
});

/** For pages: the host, or off to the sign-in page, which leads back to `path`. */
export async function requireHost(path = "/host"): Promise<Account> {
  const host = await currentHost();
  return host ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
