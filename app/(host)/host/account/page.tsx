import type { Metadata } from "next";
import { ApiKeys } from "#components/host-console/account/api-keys.tsx";
import { Devices } from "#components/host-console/account/devices.tsx";
import { EmailForm } from "#components/host-console/account/email-form.tsx";
import { LeaveButton } from "#components/host-console/account/leave-button.tsx";
import { NameForm } from "#components/host-console/account/name-form.tsx";
import { PasswordForm } from "#components/host-console/account/password-form.tsx";
import { DeskPage } from "#components/host-console/desk/desk-page.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { OWNER_KEY_LABEL } from "#lib/auth/api-keys.ts";
import { HOST_COOKIE, readCookie } from "#lib/auth/cookies.ts";
import { ownerOfEnvironment } from "#lib/auth/owner.ts";
import { KEY_SCOPES, scopeFits } from "#lib/auth/rights.ts";
import { signInId } from "#lib/auth/sign-in.ts";
import { currentRuntime } from "#lib/runtime/current.ts";
import { asking } from "#lib/web/asking.ts";
import { requireHost } from "#lib/web/host.ts";
import {
  changeEmailAction,
  changePasswordAction,
  endDeviceAction,
  makeKeyAction,
  removeKeyAction,
  renameAction,
} from "../../account/actions.ts";
import { signOutAction } from "../../actions.ts";
import { leaveAction } from "../../people/actions.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const account = await requireHost("/host/account", "account");
  const { accounts, clock, config } = currentRuntime();
  const [devices, keys, { headers }] = await Promise.all([
    accounts.signIns(account.id, clock.now()),
    accounts.apiKeys(account.id),
    asking(),
  ]);
  const token = readCookie(headers.get("cookie"), HOST_COOKIE);
  const fromEnvironment = ownerOfEnvironment(config) === account.email;
  return (
    <DeskPage account={account} signOut={signOutAction} title="Account">
      <Section title="Name">
        <NameForm name={account.name} rename={renameAction} />
      </Section>
      <Section title="Signing in">
        {fromEnvironment ? (
          <Banner>
            You sign in as <span>{account.email}</span>. This email and its password are set on the server
            (OWNER_EMAIL, OWNER_PASSWORD), and can only be changed there.
          </Banner>
        ) : (
          <div className="grid gap-8">
            <EmailForm email={account.email} changeEmail={changeEmailAction} />
            <PasswordForm changePassword={changePasswordAction} />
          </div>
        )}
      </Section>
      <Section
        title="Devices"
        about="Where this account is signed in. Devices are signed out automatically after 30 days."
      >
        <Devices
          devices={devices}
          current={token === null ? null : signInId(token)}
          endDevice={endDeviceAction}
        />
      </Section>
      <Section
        title="API keys"
        about="For programs that work with your quizzes. What they can do is described in the API reference."
      >
        <ApiKeys
          keys={keys.map((key) => ({ ...key, fixed: key.name === OWNER_KEY_LABEL }))}
          scopes={KEY_SCOPES.filter((scope) => scopeFits(scope, account.role))}
          actions={{ make: makeKeyAction, remove: removeKeyAction }}
        />
      </Section>
      {!fromEnvironment && (
        <Section
          title="Close account"
          about="Closes this account. The quizzes and sessions you made stay in the workspace."
        >
          <LeaveButton leave={leaveAction} />
        </Section>
      )}
    </DeskPage>
  );
}

function Section({ title, about, children }: { title: string; about?: string; children: React.ReactNode }) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t pt-6">
      <div className="grid gap-1">
        <h2 id={id} className="display text-2xl">
          {title}
        </h2>
        {about && <p className="text-pretty text-ink-muted">{about}</p>}
      </div>
      {children}
    </section>
  );
}
