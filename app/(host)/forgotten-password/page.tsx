import type { Metadata } from "next";
import Link from "next/link";
import { EntryPage } from "#components/host-console/invitation/entry-page.tsx";
import { ForgottenPasswordForm } from "#components/host-console/password/forgotten-password-form.tsx";
import { currentRuntime } from "#lib/runtime/current.ts";
import { asking } from "#lib/web/asking.ts";
import { forgottenPasswordAction } from "../new-password/actions.ts";

export const metadata: Metadata = { title: "Forgotten password", robots: { index: false } };

export default async function ForgottenPasswordPage() {
  // Reads the request, so that the page is made by the running server, which knows its settings.
  await asking();
  const { mailer } = currentRuntime();
  return (
    <EntryPage motto="It happens.">
      <h1 className="display text-balance text-4xl">Forgotten your password?</h1>
      {mailer ? (
        <ForgottenPasswordForm action={forgottenPasswordAction} />
      ) : (
        <div className="grid gap-3 text-pretty text-ink-muted">
          <p>
            This server sends no mail. Ask an owner of your workspace for a link: they find{" "}
            <span>Password link</span> beside your name on their page <span>People</span>.
          </p>
          <p>
            If you run this server yourself, set OWNER_EMAIL and OWNER_PASSWORD and start it again: that
            account signs in with these.
          </p>
        </div>
      )}
      <Link href="/sign-in" className="justify-self-start underline underline-offset-4">
        Back to sign-in
      </Link>
    </EntryPage>
  );
}
