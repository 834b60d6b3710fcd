import type { Account } from "../auth/account-store.ts";
import { deviceWords } from "../auth/device-words.ts";
import { openSignIn } from "../auth/sign-in.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { asking } from "./asking.ts";
import { keepSignIn } from "./keep-sign-in.ts";

/** Signs an account in in the browser that asks, which has proved that it may. */
export async function signInHere(runtime: Runtime, account: Account): Promise<void> {
  const { accounts, devices, clock } = runtime;
  const { headers } = await asking();
  const signedIn = await openSignIn({ accounts, devices, now: () => clock.now() }, account, {
    email: account.email,
    cookie: headers.get("cookie"),
    device: deviceWords(headers.get("user-agent")),
  });
  await keepSignIn(runtime, signedIn);
}
