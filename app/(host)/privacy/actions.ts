"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { deleteWorkspace } from "#lib/api/people/delete-workspace.ts";
import { keep } from "#lib/api/privacy/keep.ts";
import { retentionBodySchema } from "#lib/api/privacy/privacy-operations.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { HOST_COOKIE } from "#lib/auth/cookies.ts";
import { PASSWORD_MAX } from "#lib/auth/sign-in.ts";
import type { Retention } from "#lib/session/retention.ts";
import type { RetentionPreview } from "#lib/session/retention-store.ts";
import { type ActionResult, type Refused, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { confirmPassword } from "#lib/web/confirm-password.ts";

export async function previewKeepingAction(
  chosen: Retention,
): Promise<ActionResult<{ preview: RetentionPreview }>> {
  return asHost("looking ahead at what is kept", async (runtime, account) => {
    const parsed = parseBy(retentionBodySchema, chosen);
    if (!parsed.ok) return refused(parsed.error);
    const now = runtime.clock.now();
    return { ok: true, preview: await runtime.retention.preview(account.workspaceId, parsed.value, now) };
  });
}

export async function keepAction(chosen: Retention): Promise<ActionResult<object>> {
  return asHost("choosing how long to keep", async (runtime, account) => {
    const parsed = parseBy(retentionBodySchema, chosen);
    if (!parsed.ok) return refused(parsed.error);
    await keep(runtime, account, parsed.value);
    refresh();
    return { ok: true };
  });
}

const passwordSchema = z.strictObject({
  password: z.string().max(PASSWORD_MAX, "That is not your password."),
});

/** Answers only when it could not. */
export async function deleteWorkspaceAction(password: string): Promise<Refused> {
  const deleted = await asHost("deleting the workspace", async (runtime, account) => {
    const parsed = parseBy(passwordSchema, { password });
    if (!parsed.ok) return refused(parsed.error);
    const confirmed = await confirmPassword(runtime, account, parsed.value.password);
    if (!confirmed.ok) return refused(confirmed.error);
    const gone = await deleteWorkspace(runtime, account);
    return gone.ok ? { ok: true } : refused(gone.error);
  });
  if (!deleted.ok) return deleted;
  (await cookies()).delete(HOST_COOKIE);
  redirect("/sign-in");
}
