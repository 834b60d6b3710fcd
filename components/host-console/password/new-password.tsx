"use client";

import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult, Refused } from "#lib/web/action-result.ts";
import { fieldProblem } from "../account/field-problem.ts";
import { ClosedLink, EntryPage } from "../invitation/entry-page.tsx";
import { NOT_REACHED, useLink } from "../invitation/use-link.ts";

type NewPasswordProps = {
  read(code: string): Promise<ActionResult<{ email: string }>>;
  /** Answers only when it could not. */
  choose(given: { code: string; password: string }): Promise<Refused>;
};

/** What a link for a new password opens. */
export function NewPassword({ read, choose }: NewPasswordProps) {
  const link = useLink(read);
  return (
    <EntryPage motto="Welcome back.">
      {link.state === "broken" ? (
        <ClosedLink
          title="This link is incomplete"
          why="Open the whole link that was sent to you, including everything after the #."
        />
      ) : link.state === "reading" ? (
        <Spinner label="Loading the link" className="size-8" />
      ) : link.state === "closed" ? (
        <ClosedLink title="This link cannot be used" why={link.refusal.message} />
      ) : (
        <PasswordForm code={link.code} email={link.told.email} choose={choose} />
      )}
    </EntryPage>
  );
}

type PasswordFormProps = Pick<NewPasswordProps, "choose"> & { code: string; email: string };

function PasswordForm({ code, email, choose }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [choosing, start] = useTransition();

  function submit() {
    start(async () => {
      const refused = await choose({ code, password }).catch(() => ({ refusal: NOT_REACHED }));
      if (refused) setRefusal(refused.refusal);
    });
  }

  const problem = fieldProblem(refusal, "password");
  return (
    <>
      <div className="grid gap-3">
        <h1 className="display text-balance text-4xl">Choose a new password</h1>
        <p className="text-pretty text-ink-muted">
          For <span className="break-all">{email}</span>. Other devices are signed out.
        </p>
      </div>
      <form action={submit} className="grid gap-5">
        {refusal && !problem && <Banner tone="danger">{refusal.message}</Banner>}
        {/* Password managers keep the new password with it. */}
        <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
        <TextField
          label="New password"
          type="password"
          size="lg"
          autoComplete="new-password"
          minLength={8}
          maxLength={200}
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={problem}
          hint="At least 8 characters."
        />
        <Button type="submit" size="lg" loading={choosing}>
          Save and sign in
        </Button>
      </form>
    </>
  );
}
