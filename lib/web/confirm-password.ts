import { addressOf } from "../api/actor.ts";
import type { Account } from "../auth/account-store.ts";
import { ownerOfEnvironment } from "../auth/owner.ts";
import { checkPassword } from "../auth/sign-in.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { asking } from "./asking.ts";

/**
 * For what a computer left signed in must not do. Counted like any other check of this account's password; a refusal is
 * told beside the field `password`.
 */
export async function confirmPassword(
  runtime: Runtime,
  account: Account,
  password: string,
): Promise<Result<null, Refusal>> {
  if (ownerOfEnvironment(runtime.config) === account.email)
    return refuse(
      "set_by_environment",
      "Your email and password are set on the server (OWNER_EMAIL, OWNER_PASSWORD). Change them there.",
    );
  const { accounts, limiter, devices, passwordLine: line, clock } = runtime;
  const { headers } = await asking();
  const checked = await checkPassword(
    { accounts, limiter, devices, line, now: () => clock.now() },
    { email: account.email, password, address: addressOf(headers), cookie: headers.get("cookie") },
  );
  if (checked.ok) return ok(null);
  if (checked.error.code !== "bad_sign_in") return checked;
  const message = "The password is not correct.";
  return refuse("bad_sign_in", message, [{ path: "password", message }]);
}
