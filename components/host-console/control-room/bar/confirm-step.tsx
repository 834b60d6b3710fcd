"use client";

import { useState } from "react";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useView } from "#lib/client/connection/use-live-state.ts";
import type { Commands } from "../use-commands.ts";

type ConfirmProps = { open: boolean; onClose: () => void; send: Commands["send"] };

export function ConfirmSkip({ open, onClose, send }: ConfirmProps) {
  const { pending, run } = usePending(onClose);
  return (
    <ConfirmDialog
      open={open}
      title="Skip this question?"
      description="It will not count for anyone, including players who have already answered."
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
  const survey = useView((view) => view?.settings.mode === "survey");
  const { pending, run } = usePending(onClose);
  return (
    <ConfirmDialog
      open={open}
      title={inLobby ? "Cancel this session?" : "Finish the quiz now?"}
      description={
        inLobby
          ? "The session ends before its first question, and its PIN stops working."
          : `The remaining questions will not be played. ${survey ? "The end" : "The podium"} comes next.`
      }
      confirmLabel={inLobby ? "Cancel the session" : "Finish the quiz"}
      cancelLabel="Keep playing"
      tone="danger"
      pending={pending}
      onConfirm={() => run(() => send({ command: "finish" }))}
      onCancel={onClose}
    />
  );
}

function usePending(onClose: () => void) {
  const [pending, setPending] = useState(false);
  async function run(action: () => Promise<unknown>) {
    setPending(true);
    await action();
    setPending(false);
    onClose();
  }
  return { pending, run };
}
