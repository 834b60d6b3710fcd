"use client";

import { Trash2 } from "lucide-react";
import { IconButton } from "#components/ui/buttons/icon-button.tsx";
import type { DeletePlayerAction } from "../host-actions.ts";
import { ConfirmedDelete } from "./confirmed-delete.tsx";

type DeletePlayerProps = {
  sessionId: string;
  playerId: string;
  name: string;
  deletePlayer: DeletePlayerAction;
};

/** Deletes one player for good, after saying what goes. */
export function DeletePlayer({ sessionId, playerId, name, deletePlayer }: DeletePlayerProps) {
  return (
    <ConfirmedDelete
      button={(ask) => (
        <IconButton
          aria-label={`Delete ${name}`}
          size="sm"
          className="text-ink-muted hover:text-danger-ink"
          onClick={ask}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      )}
      title={`Delete ${name}?`}
      description="The name, answers and points will be gone for good. Everybody else’s answers and points stay as they are."
      confirmLabel="Delete the player"
      cancelLabel="Keep"
      run={async () => {
        const deleted = await deletePlayer(sessionId, playerId);
        return deleted.ok ? null : deleted.refusal;
      }}
      done={`${name} is deleted.`}
    />
  );
}
