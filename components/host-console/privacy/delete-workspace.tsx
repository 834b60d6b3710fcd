"use client";

import { Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { TextField } from "#components/ui/fields/text-field.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";
import type { Refused } from "#lib/web/action-result.ts";
import { fieldProblem } from "../account/field-problem.ts";

type DeleteWorkspaceProps = {
  /** How many accounts go with it. */
  people: number;
  /** Answers only when it could not. */
  deleteWorkspace(password: string): Promise<Refused>;
};

/** Asks for the password, so that a computer left signed in cannot take everybody's work away. */
export function DeleteWorkspace({ people, deleteWorkspace }: DeleteWorkspaceProps) {
  const [asked, setAsked] = useState(false);
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [deleting, start] = useTransition();

  function close() {
    setAsked(false);
    setPassword("");
    setRefusal(null);
  }

  function submit() {
    start(async () => {
      const refused = await deleteWorkspace(password).catch(() => ({
        refusal: {
          code: "unavailable" as const,
          message: "The server could not be reached. Check the connection and try again.",
        },
      }));
      if (refused) setRefusal(refused.refusal);
    });
  }

  const problem = fieldProblem(refusal, "password");
  const others =
    people > 1
      ? ` The ${people === 2 ? "other account" : `${people - 1} other accounts`} here end, too.`
      : "";
  return (
    <>
      <Button
        variant="secondary"
        className="justify-self-start text-danger-ink"
        onClick={() => setAsked(true)}
      >
        <Trash2 aria-hidden="true" className="size-5" />
        Delete the workspace
      </Button>
      <Dialog
        open={asked}
        onClose={close}
        title="Delete the workspace?"
        description={`All quizzes, pictures, sessions and results are gone for good, also those of games under way.${others} Export first what you want to keep.`}
      >
        <form action={submit} className="grid gap-5">
          {refusal && !problem && <Banner tone="danger">{refusal.message}</Banner>}
          <TextField
            label="Your password"
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
            error={problem}
          />
          <div className="flex flex-col-reverse gap-3 pt-1 sm:flex-row sm:justify-end">
            <Button variant="secondary" onClick={close}>
              Keep it
            </Button>
            <Button type="submit" variant="danger" loading={deleting}>
              Delete everything
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
