"use client";

import { useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import type { ActionResult } from "#lib/web/action-result.ts";
import { useFormAction } from "./use-form-action.ts";

type NameFormProps = { name: string; rename(name: string): Promise<ActionResult<object>> };

export function NameForm({ name, rename }: NameFormProps) {
  const [typed, setTyped] = useState(name);
  const { saving, submit, beside, above } = useFormAction("Your name is changed.");
  return (
    <form action={() => submit(() => rename(typed))} className="flex max-w-md items-start gap-3">
      <TextField
        label="Name"
        hideLabel
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="name"
        maxLength={60}
        required
        error={beside("name") ?? above ?? undefined}
        className="min-w-0 flex-1"
      />
      <Button type="submit" variant="secondary" loading={saving} disabled={typed.trim() === name}>
        Save
      </Button>
    </form>
  );
}
