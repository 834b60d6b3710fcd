"use client";

import { RotateCw } from "lucide-react";
import { useTransition } from "react";
import type { StartSessionAction } from "#components/start-session/start-dialog.tsx";
import { Button } from "#components/ui/buttons/button.tsx";
import { useToast } from "#components/ui/overlays/toast.tsx";
import type { Settings } from "#lib/session/settings.ts";

type PlayAgainProps = { quizId: string; settings: Settings; startSession: StartSessionAction };

/** A new lobby with the same quiz and the same settings. */
export function PlayAgain({ quizId, settings, startSession }: PlayAgainProps) {
  const [starting, start] = useTransition();
  const toast = useToast();
  return (
    <Button
      loading={starting}
      onClick={() =>
        start(async () => {
          const { refusal } = await startSession(quizId, settings);
          toast(refusal.message, "danger");
        })
      }
    >
      <RotateCw aria-hidden="true" className="size-5" />
      Play again
    </Button>
  );
}
