"use client";

import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { KeyScope } from "#lib/auth/rights.ts";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { KeyActions } from "../host-actions.ts";
import { fieldProblem } from "./field-problem.ts";
import { ShownOnce } from "./shown-once.tsx";

type KeyDialogProps = {
  open: boolean;
  onClose: () => void;
  scopes: readonly KeyScope[];
  make: KeyActions["make"];
};

const SCOPE_TEXTS: Record<KeyScope, { label: string; hint: string }> = {
  read: { label: "Read", hint: "Sees quizzes, sessions and results." },
  host: { label: "Host", hint: "Writes and runs quizzes, too." },
  admin: { label: "Admin", hint: "Everything you can do here." },
};

export function KeyDialog({ open, onClose, scopes, make }: KeyDialogProps) {
  const [key, setKey] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [making, start] = useTransition();

  function close() {
    onClose();
    setKey(null);
    setRefusal(null);
  }

  function submit(form: FormData) {
    const asked = { name: String(form.get("name") ?? ""), scope: String(form.get("scope")) as KeyScope };
    start(async () => {
      try {
        const made = await make(asked);
        if (made.ok) setKey(made.key);
        else setRefusal(made.refusal);
      } catch {
        setRefusal({
          code: "unavailable",
          message: "The server could not be reached. Check the connection and try again.",
        });
      }
    });
  }

  const problem = fieldProblem(refusal, "name");
  return (
    <Dialog
      open={open}
      onClose={close}
      title={key === null ? "New API key" : "Here is the key"}
      description={key === null ? undefined : "Treat it like a password. It is shown only once."}
    >
      {key === null ? (
        <form action={submit} className="grid gap-5">
          {refusal && !problem && <Banner tone="danger">{refusal.message}</Banner>}
          <TextField
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={60}
            required
            error={problem}
            hint="What it is for, so that you recognize it."
          />
          <RadioCards
            legend="What it may do"
            name="scope"
            defaultValue={scopes.includes("host") ? "host" : "read"}
            choices={scopes.map((value) => ({ value, ...SCOPE_TEXTS[value] }))}
          />
          <div className="flex flex-col-reverse gap-3 pt-1 sm:flex-row sm:justify-end">
            <Button variant="secondary" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={making}>
              Create the key
            </Button>
          </div>
        </form>
      ) : (
        <ShownOnce label="API key" value={key} onClose={close} />
      )}
    </Dialog>
  );
}
