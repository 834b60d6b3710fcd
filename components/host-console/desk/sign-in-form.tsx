"use client";

import { useActionState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";

/** The values the form shows again after a refusal. The password is not sent back. */
export interface SignInState {
  refusal: Refusal | null;
  email: string;
}

type SignInFormProps = {
  next: string;
  action(previous: SignInState, form: FormData): Promise<SignInState>;
};

/** A plain form with a server action: it works before, and without, any script. */
export function SignInForm({ next, action }: SignInFormProps) {
  const [state, signIn, pending] = useActionState(action, { refusal: null, email: "" });
  return (
    <form action={signIn} className="grid gap-5">
      {state.refusal && <Banner tone="danger">{state.refusal.message}</Banner>}
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Email"
        name="email"
        type="email"
        size="lg"
        autoComplete="username"
        // The refused form comes back with what was typed; a new key makes it the field's starting value.
        key={state.email}
        defaultValue={state.email}
        autoFocus={state.email === ""}
        required
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        size="lg"
        autoComplete="current-password"
        autoFocus={state.email !== ""}
        required
      />
      <Button type="submit" size="lg" loading={pending} className="mt-1">
        Sign in
      </Button>
      <a
        href="/forgotten-password"
        className="justify-self-start text-ink-muted underline underline-offset-4 hover:text-ink"
      >
        Forgotten your password?
      </a>
    </form>
  );
}
