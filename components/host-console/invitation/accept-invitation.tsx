"use client";

import Link from "next/link";
import { useEffect, useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { ButtonLink } from "#components/ui/buttons/button-link.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Wordmark } from "#components/ui/page/logo.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { OpenInvitation } from "#lib/auth/invitations.ts";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult, Refused } from "#lib/web/action-result.ts";
import { fieldProblem } from "../account/field-problem.ts";
import { ROLE_TEXTS } from "../people/role-texts.ts";

type AcceptInvitationProps = {
  /** The account already signed in in this browser. */
  signedInAs: string | null;
  read(code: string): Promise<ActionResult<{ invitation: OpenInvitation }>>;
  accept(given: { code: string; name: string; email: string; password: string }): Promise<Refused>;
};

const NOT_REACHED: Refusal = {
  code: "unavailable",
  message: "The server could not be reached. Check the connection and try again.",
};

type Seen = { code: string } & ({ invitation: OpenInvitation } | { refusal: Refusal });

/** The page behind an invitation's link: says whether it can still be used, and makes the account. */
export function AcceptInvitation({ signedInAs, read, accept }: AcceptInvitationProps) {
  const code = useCode();
  const [seen, setSeen] = useState<Seen | null>(null);

  useEffect(() => {
    if (code === null || code === "") return;
    let wanted = true;
    read(code)
      .then((told) => (told.ok ? { code, invitation: told.invitation } : { code, refusal: told.refusal }))
      .catch(() => ({ code, refusal: NOT_REACHED }))
      .then((result) => wanted && setSeen(result));
    return () => {
      wanted = false;
    };
  }, [code, read]);

  const told = seen?.code === code ? seen : null;
  return (
    <div className="grid min-h-dvh max-lg:grid-rows-[auto_1fr] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside
        data-theme="dark"
        className="stage relative flex flex-col gap-10 overflow-hidden px-6 py-7 lg:justify-between lg:px-12 lg:py-10"
      >
        <div
          className="beam -translate-x-1/2 absolute -top-6 bottom-0 left-1/2 w-[min(44rem,160%)]"
          aria-hidden="true"
        />
        <Link href="/" aria-label="Ovation, home" className="relative rounded-sm text-[1.75rem]">
          <Wordmark />
        </Link>
        <p className="display relative hidden max-w-[14ch] text-[clamp(2.5rem,4.4vw,4rem)] lg:block">
          Bring your questions.
        </p>
        <span className="hidden lg:block" />
      </aside>
      <main className="safe-x flex flex-col justify-center py-10 max-lg:justify-start lg:px-16">
        <div className="mx-auto grid w-full max-w-sm gap-7">
          {code === "" ? (
            <Spent
              title="This link is incomplete"
              why="Open the whole link that was sent to you, including everything after the #."
            />
          ) : told === null || code === null ? (
            <Spinner label="Loading the invitation" className="size-8" />
          ) : "refusal" in told ? (
            <Spent title="This invitation cannot be used" why={told.refusal.message} />
          ) : (
            <AccountForm code={code} invitation={told.invitation} signedInAs={signedInAs} accept={accept} />
          )}
        </div>
      </main>
    </div>
  );
}

function Spent({ title, why }: { title: string; why: string }) {
  return (
    <>
      <h1 className="display text-balance text-4xl">{title}</h1>
      <Banner tone="warning">{why}</Banner>
      <ButtonLink href="/sign-in" variant="secondary" className="justify-self-start">
        Sign in
      </ButtonLink>
    </>
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

/** Behind the # of the address. Null while the page has not looked yet; empty for none. */
function useCode(): string | null {
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setCode(location.hash.slice(1));
    look();
    // A second link opened in the same tab.
    window.addEventListener("hashchange", look);
    return () => window.removeEventListener("hashchange", look);
  }, []);
  return code;
}
