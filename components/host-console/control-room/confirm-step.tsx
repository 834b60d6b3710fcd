"use client";

import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { Commands } from "./use-commands.ts";

type ConfirmProps = { open: boolean; onClose: () => void; send: Commands["send"] };

export function ConfirmSkip({ open, onClose, send }: ConfirmProps) {
  const { pending, run } = usePending(onClose);
  return (
    <ConfirmDialog
      open={open}
      title="Skip this question?"
      description="It will not count for anybody, also not for those who have answered."
      confirmLabel="Skip the question"
      cancelLabel="Keep it"
      tone="danger"
      pending={pending}
      onConfirm={() => run(() => send({ command: "skip" }))}
      onCancel={onClose}
    />
  );
}

export function ConfirmFinish({ open, inLobby, onClose, send }: ConfirmProps & { inLobby: boolean }) {
  const { pending, run } = usePending(onClose);
  return (
    <ConfirmDialog
      open={open}
      title={inLobby ? "Close the lobby?" : "Finish the quiz now?"}
      description={
        inLobby
          ? "The quiz ends before it began, and the PIN is given up."
          : "What is left of the quiz is not played. The podium comes next."
      }
      confirmLabel={inLobby ? "Close the lobby" : "Finish the quiz"}
      cancelLabel="Go on playing"
      tone="danger"
      pending={pending}
      onConfirm={() => run(() => send({ command: "finish" }))}
      onCancel={onClose}
    />
  );
}

function usePending(onClose: () => void) {
  const [pending, setPending] = useState(false);
  async function run(deed: () => Promise<unknown>) {
    setPending(true);
    await deed();
    setPending(false);
    onClose();
  }
  return { pending, run };
}
