"use client";

import { type ReactNode, useState, useTransition } from "react";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { Refusal } from "#lib/kernel/refusal.ts";

type ConfirmedDeleteProps = {
  /** The button that asks. */
  button: (ask: () => void) => ReactNode;
  title: string;
  /** Says what will be gone. */
  description: string;
  confirmLabel: string;
  cancelLabel: string;
  /** Comes back with a refusal, or with null once it is done; not at all if it leads to another page. */
  run: () => Promise<Refusal | null>;
  /** Said when it is done. */
  done?: string;
};

/** Deletes something for good, after saying what goes. */
export function ConfirmedDelete({ button, run, done, ...dialog }: ConfirmedDeleteProps) {
  const [asking, setAsking] = useState(false);
  const [deleting, startDeleting] = useTransition();
  const toast = useToast();

  const confirm = () =>
    startDeleting(async () => {
      try {
        const refusal = await run();
        if (refusal) toast(refusal.message, "danger");
        else if (done) toast(done);
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  return (
    <>
      {button(() => setAsking(true))}
      <ConfirmDialog
        open={asking}
        tone="danger"
        pending={deleting}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
        {...dialog}
      />
    </>
  );
}
