import type { Metadata } from "next";
import { DeskPage } from "#components/host-console/desk/desk-page.tsx";
import { InviteButton } from "#components/host-console/people/invite-button.tsx";
import { OpenInvitations } from "#components/host-console/people/open-invitations.tsx";
import { PeopleList } from "#components/host-console/people/people-list.tsx";
import { may } from "#lib/auth/rights.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { requireHost } from "#lib/web/host.ts";
import { signOutAction } from "../../actions.ts";
import {
  inviteAction,
  passwordLinkAction,
  removePersonAction,
  revokeInvitationAction,
  setRoleAction,
} from "../../people/actions.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const account = await requireHost("/host/people");
  const { people: store, clock } = currentRuntime();
  const looksAfter = may(account, "people");
  const [people, invitations] = await Promise.all([
    store.people(account.workspaceId),
    looksAfter ? store.invitations(account.workspaceId, clock.now()) : [],
  ]);
  return (
    <DeskPage
      account={account}
      signOut={signOutAction}
      title="People"
      about={
        looksAfter
          ? "Everybody here works with the same quizzes and sessions."
          : "Everybody here works with the same quizzes and sessions. Owners invite others and change roles."
      }
      action={looksAfter && <InviteButton invite={inviteAction} />}
    >
      <PeopleList
        people={people}
        you={account.id}
        actions={
          looksAfter
            ? { setRole: setRoleAction, remove: removePersonAction, passwordLink: passwordLinkAction }
            : null
        }
      />
      {looksAfter && <OpenInvitations invitations={invitations} revoke={revokeInvitationAction} />}
    </DeskPage>
  );
}
