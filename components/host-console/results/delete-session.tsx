"use client";

import { Trash2 } from "lucide-react";
import { Button } from "#components/ui/buttons/button.tsx";
import type { DeleteSessionAction } from "../host-actions.ts";
import { counted } from "../phase-words.ts";
import { ConfirmedDelete } from "./confirmed-delete.tsx";

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
  const ends = running ? "It is still running and will end for everybody at once. " : "";
  return (
    <ConfirmedDelete
      button={(ask) => (
        <Button variant="ghost" className="text-danger-ink" onClick={ask}>
          <Trash2 aria-hidden="true" className="size-5" />
          Delete this session
        </Button>
      )}
      title="Delete this session?"
      description={`${ends}The results of “${title}”, its ${counted(players, "player")} and all their answers will be gone for good. The quiz stays.`}
      confirmLabel="Delete the session"
      cancelLabel="Keep it"
      run={async () => (await deleteSession(id)).refusal}
    />
  );
}
