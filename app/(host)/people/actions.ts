"use server";

import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { toldOriginOf } from "#lib/api/actor.ts";
import { changeRole, removeMember } from "#lib/api/people/change-people.ts";
import { invite } from "#lib/api/people/invite.ts";
import { linkUrl } from "#lib/api/people/link-urls.ts";
import { invitationBodySchema, roleSchema } from "#lib/api/people/people-operations.ts";
import { parseBy } from "#lib/api/read-body.ts";
import { HOST_COOKIE } from "#lib/auth/cookies.ts";
import { ownerOfEnvironment } from "#lib/auth/owner.ts";
import type { Role } from "#lib/auth/rights.ts";
import { refuse } from "#lib/kernel/refusal.ts";
import { type ActionResult, type Refused, refused } from "#lib/web/action-result.ts";
import { asHost } from "#lib/web/as-host.ts";
import { asking } from "#lib/web/asking.ts";

/** A link for one person; it is told only here. */
export async function inviteAction(whom: {
  email?: string;
  role: Role;
}): Promise<ActionResult<{ url: string; mailed: boolean }>> {
  return asHost("inviting somebody", async (runtime, account) => {
    const parsed = parseBy(invitationBodySchema, whom);
    if (!parsed.ok) return refused(parsed.error);
    const { headers } = await asking();
    const { url, mailed } = await invite(runtime, account, parsed.value, toldOriginOf(headers));
    refresh();
    return { ok: true, url, mailed };
  });
}

export async function revokeInvitationAction(id: string): Promise<ActionResult<object>> {
  return asHost("revoking an invitation", async (runtime, account) => {
    const revoked = await runtime.people.revoke(account.workspaceId, text(id), runtime.clock.now());
    refresh();
    return revoked
      ? { ok: true }
      : refused(refuse("invitation_not_found", "This invitation is no longer open.").error);
  });
}

export async function setRoleAction(id: string, role: Role): Promise<ActionResult<object>> {
  return asHost("changing a role", async (runtime, account) => {
    const parsed = parseBy(roleSchema, role);
    if (!parsed.ok) return refused(parsed.error);
    const changed = await changeRole(runtime, account, text(id), parsed.value);
    refresh();
    return changed.ok ? { ok: true } : refused(changed.error);
  });
}

export async function removePersonAction(id: string): Promise<ActionResult<object>> {
  return asHost("removing somebody", async (runtime, account) => {
    const removed = await removeMember(runtime, account, text(id));
    refresh();
    return removed.ok ? { ok: true } : refused(removed.error);
  });
}

/** A link by which somebody of the workspace chooses a new password; it is told only here. */
export async function passwordLinkAction(id: string): Promise<ActionResult<{ url: string }>> {
  return asHost("making a link for a password", async (runtime, account) => {
    const everyone = await runtime.people.people(account.workspaceId);
    const person = everyone.find((each) => each.id === text(id));
    if (!person) return refused(refuse("person_not_found").error);
    if (ownerOfEnvironment(runtime.config) === person.email)
      return refused(
        refuse(
          "set_by_environment",
          "The server’s settings give this account its password (OWNER_PASSWORD). Change it there.",
        ).error,
      );
    const { code } = await runtime.passwordResets.offer(person);
    const { headers } = await asking();
    return { ok: true, url: linkUrl(runtime, "new-password", code, toldOriginOf(headers)) };
  });
}

/** Ends the account that asks; answers only when it could not. */
export async function leaveAction(): Promise<Refused> {
  const left = await asHost("leaving the workspace", async (runtime, account) => {
    const removed = await removeMember(runtime, account, account.id);
    return removed.ok ? { ok: true } : refused(removed.error);
  });
  if (!left.ok) return left;
  (await cookies()).delete(HOST_COOKIE);
  redirect("/sign-in");
}

const idSchema = z.string().max(40).catch("");

/** An action may be called with anything. */
function text(id: unknown): string {
  return idSchema.parse(id);
}
