"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { EndSessionAction } from "../host-actions.ts";

type EndSessionProps = { id: string; title: string; over: boolean; endSession: EndSessionAction };

/** Ends a session from the desk. One whose winners are told is over anyway; any other asks first. */
export function EndSession({ id, title, over, endSession }: EndSessionProps) {
  const [asking, setAsking] = useState(false);
  const [ending, startEnding] = useTransition();
  const toast = useToast();

  const end = () =>
    startEnding(async () => {
      try {
        const done = await endSession(id);
        if (!done.ok) toast(done.refusal.message, "danger");
      } catch {
        toast("The server could not be reached. Check the connection and try again.", "danger");
      }
      setAsking(false);
    });
  return (
    <>
      <Button
        variant="ghost"
        loading={ending}
        aria-label={`End “${title}”`}
        onClick={() => (over ? end() : setAsking(true))}
        className="max-sm:flex-1"
      >
        End
      </Button>
      <ConfirmDialog
        open={asking}
        title={`End “${title}” now?`}
        description="It ends for everybody, without a podium. Answers given so far are kept with the results."
        confirmLabel="End the quiz"
        tone="danger"
        pending={ending}
        onConfirm={end}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
