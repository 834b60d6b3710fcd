"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { ConfirmDialog } from "#components/ui/overlays/confirm-dialog.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { Refused } from "#lib/web/action-result.ts";

/** Ends one's own account. The last owner is told why not. */
export function LeaveButton({ leave }: { leave(): Promise<Refused> }) {
  const [asked, setAsked] = useState(false);
  const [leaving, start] = useTransition();
  const toast = useToast();

  function confirm() {
    start(async () => {
      const refused = await leave().catch(() => null);
      if (refused === undefined) return;
      setAsked(false);
      toast(refused?.refusal.message ?? "The server could not be reached. Try again.", "danger");
    });
  }

  return (
    <>
      <Button
        variant="secondary"
        onClick={() => setAsked(true)}
        className="justify-self-start text-danger-ink"
      >
        Close my account
      </Button>
      <ConfirmDialog
        open={asked}
        title="Close your account?"
        description="You will be signed out everywhere, and your API keys and open invitations will stop working. You can only come back with a new invitation."
        confirmLabel="Close my account"
        tone="danger"
        pending={leaving}
        onCancel={() => setAsked(false)}
        onConfirm={confirm}
      />
    </>
  );
}
