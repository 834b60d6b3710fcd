"use client";

import { UserPlus } from "lucide-react";
import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { RadioCards } from "#components/ui/fields/radio-cards.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Role } from "#lib/auth/rights.ts";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { ActionResult } from "#lib/web/action-result.ts";
import { fieldProblem } from "../account/field-problem.ts";
import { ShownOnce } from "../account/shown-once.tsx";
import { ROLE_CHOICES, ROLE_TEXTS } from "./role-texts.ts";

type InviteButtonProps = {
  invite(whom: { email?: string; role: Role }): Promise<ActionResult<{ url: string; mailed: boolean }>>;
};

/** Makes a link for one person. It is mailed where the server can, and handed on by its owner otherwise. */
export function InviteButton({ invite }: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ url: string; mailed: boolean } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [making, make] = useTransition();

  function close() {
    setOpen(false);
    setMade(null);
    setRefusal(null);
  }

  function submit(form: FormData) {
    const email = String(form.get("email") ?? "").trim();
    const role = String(form.get("role") ?? "host") as Role;
    make(async () => {
      try {
        const done = await invite({ role, ...(email === "" ? {} : { email }) });
        if (done.ok) setMade(done);
        else setRefusal(done.refusal);
      } catch {
        setRefusal({
          code: "unavailable",
          message: "The server could not be reached. Check the connection and try again.",
        });
      }
    });
  }

  const problem = fieldProblem(refusal, "email");
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <UserPlus aria-hidden="true" className="size-5" />
        Invite
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={made === null ? "Invite someone" : made.mailed ? "The invitation is sent" : "Here is the link"}
        description={
          made === null
            ? "You get a link to send. It works once, within seven days."
            : made.mailed
              ? "A mail with this link is on its way. The link is shown only once."
              : "Send it only to the person it is for. It is shown only once."
        }
      >
        {made === null ? (
          <form action={submit} className="grid gap-5">
            {refusal && !problem && <Banner tone="danger">{refusal.message}</Banner>}
            <TextField
              label="Email"
              name="email"
              type="email"
              autoComplete="off"
              error={problem}
              hint="Only this email can use the link. Leave it empty to let anyone with the link use it."
            />
            <RadioCards
              legend="Role"
              name="role"
              defaultValue="host"
              choices={ROLE_CHOICES.map((value) => ({
                value,
                label: ROLE_TEXTS[value].name,
                hint: ROLE_TEXTS[value].hint,
              }))}
            />
            <div className="flex flex-col-reverse gap-3 pt-1 sm:flex-row sm:justify-end">
              <Button variant="secondary" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={making}>
                Create the link
              </Button>
            </div>
          </form>
        ) : (
          <ShownOnce label="Link" value={made.url} onClose={close} />
        )}
      </Dialog>
    </>
  );
}
