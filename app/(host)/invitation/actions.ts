"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { addressOf } from "#lib/api/actor.ts";
import { accountEmail, accountName, accountPassword } from "#lib/api/people/account-fields.ts";
import { parseBy } from "#lib/api/read-body.ts";
import type { OpenInvitation } from "#lib/auth/invitations.ts";
import { CODE_MAX } from "#lib/auth/link-codes.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { type ActionResult, guarded, type Refused, refused } from "#lib/web/action-result.ts";
import { asking } from "#lib/web/asking.ts";
import { signInHere } from "#lib/web/sign-in-here.ts";

const codeSchema = z.string().max(CODE_MAX);

/** What the link tells its holder. Reading it does not use it up. */
export async function readInvitationAction(
  code: string,
): Promise<ActionResult<{ invitation: OpenInvitation }>> {
  const runtime = currentRuntime();
  return guarded(runtime, "reading an invitation", async () => {
    const parsed = parseBy(codeSchema, code);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const read = await runtime.invitations.read({ code: parsed.value, address: addressOf(headers) });
    return read.ok ? { ok: true, invitation: read.value } : refused(read.error);
  });
}

const acceptSchema = z.strictObject({
  code: codeSchema,
  name: accountName,
  email: accountEmail,
  password: accountPassword,
});

/** Makes the account, signs it in on this device and goes to its quizzes; answers only when it could not. */
export async function acceptInvitationAction(given: {
  code: string;
  name: string;
  email: string;
  password: string;
}): Promise<Refused> {
  const runtime = currentRuntime();
  const outcome = await guarded(runtime, "accepting an invitation", async () => {
    const parsed = parseBy(acceptSchema, given);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const { code, ...account } = parsed.value;
    const accepted = await runtime.invitations.accept({ code, account, address: addressOf(headers) });
    if (!accepted.ok) return refused(accepted.error);
    await signInHere(runtime, accepted.value);
    return { ok: true as const };
  });
  if (!outcome.ok) return outcome;
  redirect("/host");
}
