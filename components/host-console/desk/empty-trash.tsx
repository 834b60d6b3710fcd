"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { TrashActions } from "../host-actions.ts";
import { counted } from "../phase-words.ts";

export function EmptyTrash({ trashed, empty }: { trashed: number; empty: TrashActions["empty"] }) {
  const [asking, setAsking] = useState(false);
  const [emptying, startEmptying] = useTransition();
  const toast = useToast();

  const confirm = () =>
    startEmptying(async () => {
      try {
        const done = await empty();
        if (!done.ok) toast(done.refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        Empty the trash
      </Button>
      <ConfirmDialog
        open={asking}
        title="Empty the trash?"
        description={`${counted(trashed, "quiz", "quizzes")} and their questions will be gone for good. Results of past sessions stay.`}
        confirmLabel="Delete them"
        cancelLabel="Keep them"
        tone="danger"
        pending={emptying}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
