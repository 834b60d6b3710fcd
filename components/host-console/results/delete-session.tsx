"use client";

import { Trash2 } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { DeleteSessionAction } from "../host-actions.ts";
import { counted } from "../phase-words.ts";

type DeleteSessionProps = {
  id: string;
  title: string;
  players: number;
  /** Whether it is still being played. */
  running: boolean;
  deleteSession: DeleteSessionAction;
};

/** Deletes this session for good, after saying what goes. */
export function DeleteSession({ id, title, players, running, deleteSession }: DeleteSessionProps) {
  const [asking, setAsking] = useState(false);
  const [deleting, startDeleting] = useTransition();
  const toast = useToast();

  const remove = () =>
    startDeleting(async () => {
      try {
        const { refusal } = await deleteSession(id);
        toast(refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  const ends = running ? "It is still running and will end for everybody at once. " : "";
  return (
    <>
      <Button variant="ghost" className="text-danger-ink" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" className="size-5" />
        Delete this session
      </Button>
      <ConfirmDialog
        open={asking}
        title="Delete this session?"
        description={`${ends}The results of “${title}”, its ${counted(players, "player")} and all their answers will be gone for good. The quiz stays.`}
        confirmLabel="Delete the session"
        cancelLabel="Keep it"
        tone="danger"
        pending={deleting}
        onConfirm={remove}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
