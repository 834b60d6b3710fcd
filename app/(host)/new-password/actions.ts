"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ForgottenState } from "#components/host-console/password/forgotten-password-form.tsx";
import { addressOf, toldOriginOf } from "#lib/api/actor.ts";
import { accountPassword } from "#lib/api/people/account-fields.ts";
import { linkUrl } from "#lib/api/people/link-urls.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { CODE_MAX } from "#lib/auth/link-codes.ts";
import { EMAIL_MAX } from "#lib/auth/sign-in.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { resetMail } from "#lib/mail/mails.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { type ActionResult, guarded, type Refused, refused } from "#lib/web/action-result.ts";
import { asking } from "#lib/web/asking.ts";
import { formField } from "#lib/web/form-field.ts";
import { signInHere } from "#lib/web/sign-in-here.ts";

/**
 * Mails a link to the account with this email, if there is one. The reply is the same for any email, and does not wait for
 * the mail, so that neither its words nor its time tell whether there is one.
 */
export async function forgottenPasswordAction(_: ForgottenState, form: FormData): Promise<ForgottenState> {
  const runtime = currentRuntime();
  const email = formField(form, "email", EMAIL_MAX);
  const { headers } = await asking();
  const outcome = await guarded(runtime, "asking for a new password", async () => {
    const { mailer } = runtime;
    if (!mailer) return refused(refuse("not_found", "This server sends no mail.").error);
    const found = await runtime.passwordResets.forgotten({ email, address: addressOf(headers) });
    if (!found.ok) return refused(found.error);
    if (found.value) {
      const { to, code } = found.value;
      void mailer.send(resetMail({ to, url: linkUrl(runtime, "new-password", code, toldOriginOf(headers)) }));
    }
    return { ok: true as const };
  });
  return outcome.ok
    ? { email, refusal: null, asked: true }
    : { email, refusal: outcome.refusal, asked: false };
}

const codeSchema = z.string().max(CODE_MAX);

/** Whose password the link changes. Reading it does not use it up. */
export async function readPasswordLinkAction(code: string): Promise<ActionResult<{ email: string }>> {
  const runtime = currentRuntime();
  return guarded(runtime, "reading a link for a password", async () => {
    const parsed = parseBy(codeSchema, code);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const read = await runtime.passwordResets.read({ code: parsed.value, address: addressOf(headers) });
    return read.ok ? { ok: true, email: read.value.email } : refused(read.error);
  });
}

const chooseSchema = z.strictObject({ code: codeSchema, password: accountPassword });

/** Signs in on this device and goes to the quizzes; answers only when it could not. */
export async function chooseNewPasswordAction(given: { code: string; password: string }): Promise<Refused> {
  const runtime = currentRuntime();
  const outcome = await guarded(runtime, "choosing a new password", async () => {
    const parsed = parseBy(chooseSchema, given);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const used = await runtime.passwordResets.use({ ...parsed.value, address: addressOf(headers) });
    if (!used.ok) return refused(used.error);
    await signInHere(runtime, used.value);
    return { ok: true as const };
  });
  if (!outcome.ok) return outcome;
  redirect("/host");
}
