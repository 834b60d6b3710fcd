"use client";

import { Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { DeletePlayerAction } from "../host-actions.ts";

type DeletePlayerProps = {
  sessionId: string;
  playerId: string;
  name: string;
  deletePlayer: DeletePlayerAction;
};

/** Deletes one player for good, after saying what goes. */
export function DeletePlayer({ sessionId, playerId, name, deletePlayer }: DeletePlayerProps) {
  const [asking, setAsking] = useState(false);
  const [deleting, startDeleting] = useTransition();
  const toast = useToast();

  const remove = () =>
    startDeleting(async () => {
      try {
        const done = await deletePlayer(sessionId, playerId);
        if (done.ok) toast(`${name} is deleted.`);
        else toast(done.refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  return (
    <>
      <IconButton
        aria-label={`Delete ${name}`}
        size="sm"
        className="text-ink-muted hover:text-danger-ink"
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden="true" />
      </IconButton>
      <ConfirmDialog
        open={asking}
        title={`Delete ${name}?`}
        description="The name, answers and points will be gone for good. Everybody else’s answers and points stay as they are."
        confirmLabel="Delete the player"
        cancelLabel="Keep"
        tone="danger"
        pending={deleting}
        onConfirm={remove}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
