"use client";

import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { OpenInvitation } from "#lib/auth/invitations.ts";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult, Refused } from "#lib/web/action-result.ts";
import { fieldProblem } from "../account/field-problem.ts";
import { ROLE_TEXTS } from "../people/role-texts.ts";
import { ClosedLink, EntryPage } from "./entry-page.tsx";
import { NOT_REACHED, useLink } from "./use-link.ts";

type AcceptInvitationProps = {
  /** The account already signed in in this browser. */
  signedInAs: string | null;
  read(code: string): Promise<ActionResult<{ invitation: OpenInvitation }>>;
  accept(given: { code: string; name: string; email: string; password: string }): Promise<Refused>;
};

/** What an invitation's link opens: says whether it can still be used, and makes the account. */
export function AcceptInvitation({ signedInAs, read, accept }: AcceptInvitationProps) {
  const link = useLink(read);
  return (
    <EntryPage motto="Bring your questions.">
      {link.state === "broken" ? (
        <ClosedLink
          title="This link is incomplete"
          why="Open the whole link that was sent to you, including everything after the #."
        />
      ) : link.state === "reading" ? (
        <Spinner label="Loading the invitation" className="size-8" />
      ) : link.state === "closed" ? (
        <ClosedLink title="This invitation cannot be used" why={link.refusal.message} />
      ) : (
        <AccountForm
          code={link.code}
          invitation={link.told.invitation}
          signedInAs={signedInAs}
          accept={accept}
        />
      )}
    </EntryPage>
  );
}

type AccountFormProps = Pick<AcceptInvitationProps, "signedInAs" | "accept"> & {
  code: string;
  invitation: OpenInvitation;
};

function AccountForm({ code, invitation, signedInAs, accept }: AccountFormProps) {
  const [accepting, start] = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [typed, setTyped] = useState({ name: "", email: invitation.email ?? "", password: "" });
  const type = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });

  function submit() {
    start(async () => {
      const refused = await accept({ code, ...typed }).catch(() => ({ refusal: NOT_REACHED }));
      if (refused) setRefusal(refused.refusal);
    });
  }

  const beside = (field: string) => fieldProblem(refusal, field);
  const anywhere = ["name", "email", "password"].some(beside);
  return (
    <>
      <div className="grid gap-3">
        <h1 className="display text-balance text-4xl">You are invited</h1>
        <p className="text-pretty text-ink-muted">
          <span>{invitation.invitedByName === "" ? "Someone" : invitation.invitedByName}</span> invites you to
          Ovation. <span>{ROLE_TEXTS[invitation.role].you}</span>
        </p>
      </div>
      {signedInAs !== null && (
        <Banner>
          You are signed in as <span>{signedInAs}</span>. This creates a new account and signs you in to it.
        </Banner>
      )}
      <form action={submit} className="grid gap-5">
        {refusal && !anywhere && <Banner tone="danger">{refusal.message}</Banner>}
        <TextField
          label="Name"
          size="lg"
          autoComplete="name"
          maxLength={60}
          required
          value={typed.name}
          onChange={type("name")}
          error={beside("name")}
          hint="Your colleagues see it beside your quizzes and sessions."
        />
        <TextField
          label="Email"
          type="email"
          size="lg"
          autoComplete="username"
          required
          readOnly={invitation.email !== null}
          value={typed.email}
          onChange={type("email")}
          error={beside("email")}
          hint={invitation.email === null ? undefined : "The invitation is for this email."}
        />
        <TextField
          label="Password"
          type="password"
          size="lg"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          required
          value={typed.password}
          onChange={type("password")}
          error={beside("password")}
          hint="At least 8 characters."
        />
        <Button type="submit" size="lg" loading={accepting} className="mt-1">
          Create my account
        </Button>
      </form>
      <p className="text-ink-muted text-sm">
        The invitation works once, until <LocalTime atMs={invitation.expiresAtMs} />.
      </p>
    </>
  );
}
