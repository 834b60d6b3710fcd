"use client";

import { useState } from "react";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";
import { AccountForm } from "./account-form.tsx";
import { useFormAction } from "./use-form-action.ts";

type PasswordFormProps = {
  changePassword(given: { password: string; newPassword: string }): Promise<ActionResult<object>>;
};

const EMPTY = { password: "", newPassword: "" };

export function PasswordForm({ changePassword }: PasswordFormProps) {
  const [typed, setTyped] = useState(EMPTY);
  const { saving, submit, beside, above } = useFormAction(
    "Your password is changed. Other devices are signed out.",
  );
  return (
    <AccountForm
      onSubmit={() =>
        submit(
          () => changePassword(typed),
          () => setTyped(EMPTY),
        )
      }
      saving={saving}
      above={above}
      action="Change password"
    >
      <TextField
        label="Current password"
        type="password"
        value={typed.password}
        onChange={(event) => setTyped({ ...typed, password: event.target.value })}
        autoComplete="current-password"
        required
        error={beside("password")}
      />
      <TextField
        label="New password"
        type="password"
        value={typed.newPassword}
        onChange={(event) => setTyped({ ...typed, newPassword: event.target.value })}
        autoComplete="new-password"
        minLength={8}
        maxLength={200}
        required
        error={beside("newPassword")}
        hint="At least 8 characters. All other devices are signed out."
      />
    </AccountForm>
  );
}
