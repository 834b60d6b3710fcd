"use client";

import { Button } from "#components/ui/buttons/button.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Invitation } from "#lib/auth/people-store.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { useDone } from "../use-done.ts";
import { ROLE_TEXTS } from "./role-texts.ts";

type OpenInvitationsProps = {
  invitations: readonly Invitation[];
  revoke(id: string): Promise<ActionResult<object>>;
};

/** Links that somebody may still use. */
export function OpenInvitations({ invitations, revoke }: OpenInvitationsProps) {
  const { working, done } = useDone();
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="grid gap-3">
      <h2 id="invitations" className="display text-2xl">
        Open invitations
      </h2>
      <ul className="divide-y rounded-xl border bg-surface">
        {invitations.map(({ id, email, role, createdAtMs, expiresAtMs }) => {
          const whom = email ?? "anyone with the link";
          return (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3 ps-5 pe-3">
              <span className="grid min-w-0 flex-1 basis-40">
                <span className="break-all font-semibold">{email ?? "Anyone with the link"}</span>
                <span className="text-ink-muted text-sm">
                  <span>{ROLE_TEXTS[role].name}</span> · created <LocalTime atMs={createdAtMs} />, until{" "}
                  <LocalTime atMs={expiresAtMs} />
                </span>
              </span>
              <Button
                variant="ghost"
                disabled={working}
                onClick={() => done(() => revoke(id), "The link no longer works.")}
                aria-label={`Revoke the invitation for ${whom}`}
              >
                Revoke
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
