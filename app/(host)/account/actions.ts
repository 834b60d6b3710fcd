"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { accountEmail, accountName, accountPassword } from "#lib/api/people/account-fields.ts";
import { makeOwnKey, removeOwnKey } from "#lib/api/people/own-keys.ts";
import { keyBodySchema } from "#lib/api/people/people-operations.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { KeyScope } from "#lib/auth/rights.ts";
import { PASSWORD_MAX } from "#lib/auth/sign-in.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { type ActionResult, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { confirmPassword } from "#lib/web/confirm-password.ts";
import { signInHere } from "#lib/web/sign-in-here.ts";

export async function renameAction(name: string): Promise<ActionResult<object>> {
  return asHost("changing one's name", async (runtime, account) => {
    const parsed = parseBy(z.strictObject({ name: accountName }), { name });
    if (!parsed.ok) return refused(parsed.error);
    await runtime.accounts.setName(account.id, parsed.value.name);
    refresh();
    return { ok: true };
  });
}

const currentPassword = z.string().max(PASSWORD_MAX, "The password is not correct.");

/** Both changes ask for the password, so a computer left signed in does not give the account away. */
export async function changeEmailAction(given: {
  email: string;
  password: string;
}): Promise<ActionResult<object>> {
  return asHost("changing one's email", async (runtime, account) => {
    const parsed = parseBy(z.strictObject({ email: accountEmail, password: currentPassword }), given);
    if (!parsed.ok) return refused(parsed.error);
    const confirmed = await confirmPassword(runtime, account, parsed.value.password);
    if (!confirmed.ok) return refused(confirmed.error);
    if (!(await runtime.accounts.setEmail(account.id, parsed.value.email)))
      return refused(refuse("email_taken", "Another account already uses this email.").error);
    refresh();
    return { ok: true };
  });
}

/** Ends all sign-ins but the one of this browser, which gets a new one. */
export async function changePasswordAction(given: {
  password: string;
  newPassword: string;
}): Promise<ActionResult<object>> {
  return asHost("changing one's password", async (runtime, account) => {
    const parsed = parseBy(
      z.strictObject({ password: currentPassword, newPassword: accountPassword }),
      given,
    );
    if (!parsed.ok) return refused(parsed.error);
    const confirmed = await confirmPassword(runtime, account, parsed.value.password);
    if (!confirmed.ok) return refused(confirmed.error);
    const hash = await runtime.passwordLine.run("known", () => hashPassword(parsed.value.newPassword));
    if (hash === null) return refused(refuse("overloaded", "The server is very busy. Try again.").error);
    await runtime.accounts.setPassword(account.id, hash);
    await signInHere(runtime, account);
    refresh();
    return { ok: true };
  });
}

export async function endDeviceAction(id: string): Promise<ActionResult<object>> {
  return asHost("signing a device out", async (runtime, account) => {
    const ended = await runtime.accounts.endSignIn(account.id, String(id).slice(0, 40));
    refresh();
    return ended ? { ok: true } : refused(refuse("device_not_found").error);
  });
}

export async function makeKeyAction(asked: {
  name: string;
  scope: KeyScope;
}): Promise<ActionResult<{ key: string }>> {
  return asHost("making an API key", async (runtime, account) => {
    const parsed = parseBy(keyBodySchema, asked);
    if (!parsed.ok) return refused(parsed.error);
    const made = await makeOwnKey(runtime, account, parsed.value);
    if (!made.ok) return refused(made.error);
    refresh();
    return { ok: true, key: made.value.key };
  });
}

export async function removeKeyAction(id: string): Promise<ActionResult<object>> {
  return asHost("removing an API key", async (runtime, account) => {
    const removed = await removeOwnKey(runtime, account, String(id).slice(0, 40));
    refresh();
    return removed.ok ? { ok: true } : refused(removed.error);
  });
}
