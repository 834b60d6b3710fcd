import type { Metadata } from "next";
import { AcceptInvitation } from "#components/host-console/invitation/accept-invitation.tsx";
import { currentHost } from "#lib/web/host.ts";
import { acceptInvitationAction, readInvitationAction } from "./actions.ts";

export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };

/** The code is behind the #: the page itself is the same for everybody, and opening it uses nothing up. */
export default async function InvitationPage() {
  const host = await currentHost();
  return (
    <AcceptInvitation
      signedInAs={host?.email ?? null}
      read={readInvitationAction}
      accept={acceptInvitationAction}
    />
  );
}
