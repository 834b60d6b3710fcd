"use client";

import { useState } from "react";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";
import { AccountForm } from "./account-form.tsx";
import { useFormAction } from "./use-form-action.ts";

type EmailFormProps = {
  email: string;
  changeEmail(given: { email: string; password: string }): Promise<ActionResult<object>>;
};

export function EmailForm({ email, changeEmail }: EmailFormProps) {
  const [typed, setTyped] = useState({ email, password: "" });
  const { saving, submit, beside, above } = useFormAction("Your email is changed.");
  const same = typed.email.trim().toLowerCase() === email;
  return (
    <AccountForm
      onSubmit={() =>
        submit(
          () => changeEmail(typed),
          () => setTyped({ ...typed, password: "" }),
        )
      }
      saving={saving}
      above={above}
      action="Change email"
      disabled={same}
    >
      <TextField
        label="Email"
        type="email"
        value={typed.email}
        onChange={(event) => setTyped({ ...typed, email: event.target.value })}
        autoComplete="username"
        required
        error={beside("email")}
      />
      {!same && (
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
    </AccountForm>
  );
}
