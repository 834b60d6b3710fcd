import { redirect } from "next/navigation";
import { cache } from "react";
import { hostOf } from "../api/actor.ts";
import { mayOperate } from "../api/admin/may-operate.ts";
import type { Account } from "../auth/account-store.ts";
import { may, type Right } from "../auth/rights.ts";
import { currentRuntime } from "../runtime/current.ts";
import { asking } from "./asking.ts";

/** The host who is signed in in this browser, or null. Asked once per request, however many parts of a page ask. */
export const currentHost = cache(async (): Promise<Account | null> => {
  // Reading the request first makes the page dynamic; at build time there is no running server to ask.
  const request = await asking();
  const host = await hostOf(currentRuntime(), request);
  return host.ok ? host.value : null;
});

/**
 * For pages: the host, or off to the sign-in page, which leads back to `path`. Who may not do there what the page is for
 * comes to the dashboard, which says what their role is.
 */
export async function requireHost(path = "/host", right: Right = "read"): Promise<Account> {
  const host = await currentHost();
  if (!host) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return may(host, right) ? host : redirect("/host");
}

/** The same for the pages of those who look after the server itself. */
export async function requireOperator(path: string): Promise<Account> {
  const host = await requireHost(path, "operate");
  return mayOperate(currentRuntime(), host) ? host : redirect("/host");
}
