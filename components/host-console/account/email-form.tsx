"use client";

import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";
import { useFormAction } from "./use-form-action.ts";

type EmailFormProps = {
  email: string;
  changeEmail(given: { email: string; password: string }): Promise<ActionResult<object>>;
};

export function EmailForm({ email, changeEmail }: EmailFormProps) {
  const [typed, setTyped] = useState({ email, password: "" });
  const { saving, submit, beside, above } = useFormAction("Your email is changed.");
  return (
    <form
      action={() =>
        submit(
          () => changeEmail(typed),
          () => setTyped({ ...typed, password: "" }),
        )
      }
      className="grid max-w-md gap-4"
    >
      {above && <Banner tone="danger">{above}</Banner>}
      <TextField
        label="Email"
        type="email"
        value={typed.email}
        onChange={(event) => setTyped({ ...typed, email: event.target.value })}
        autoComplete="username"
        required
        error={beside("email")}
      />
      {typed.email.trim().toLowerCase() !== email && (
        <TextField
          label="Your password"
          type="password"
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.target.value })}
          autoComplete="current-password"
          required
          error={beside("password")}
        />
      )}
      <Button
        type="submit"
        variant="secondary"
        loading={saving}
        disabled={typed.email.trim().toLowerCase() === email}
        className="justify-self-start"
      >
        Change email
      </Button>
    </form>
  );
}
