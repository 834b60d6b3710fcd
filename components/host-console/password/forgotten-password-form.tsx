"use client";

import { useActionState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";

export interface ForgottenState {
  email: string;
  refusal: Refusal | null;
  /** Whether a mail goes out if there is such an account; the page does not know which. */
  asked: boolean;
}

type ForgottenPasswordFormProps = {
  action(previous: ForgottenState, form: FormData): Promise<ForgottenState>;
};

/** A plain form, which works without scripts as signing in does. */
export function ForgottenPasswordForm({ action }: ForgottenPasswordFormProps) {
  const [state, ask, pending] = useActionState(action, { email: "", refusal: null, asked: false });
  if (state.asked)
    return (
      <Banner>
        If <span className="break-all">{state.email}</span> has an account here, a mail with a link is on its
        way. The link works once, within an hour. Look into the spam folder, too.
      </Banner>
    );
  return (
    <form action={ask} className="grid gap-5">
      {state.refusal && <Banner tone="danger">{state.refusal.message}</Banner>}
      <TextField
        label="Email"
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        key={state.email}
        defaultValue={state.email}
        autoFocus
        required
      />
      <Button type="submit" size="lg" loading={pending}>
        Send me a link
      </Button>
    </form>
  );
}
