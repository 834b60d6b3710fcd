"use client";

import { RotateCw } from "lucide-react";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Settings } from "#lib/session/settings.ts";
import { startSessionAction } from "../../../app/(host)/actions.ts";

/** A new lobby with the same quiz and the same settings. */
export function PlayAgain({ quizId, settings }: { quizId: string; settings: Settings }) {
  const [starting, start] = useTransition();
  const toast = useToast();
  return (
    <Button
      loading={starting}
      onClick={() =>
        start(async () => {
          const { refusal } = await startSessionAction(quizId, settings);
          toast(refusal.message, "danger");
        })
      }
    >
      <RotateCw aria-hidden="true" className="size-5" />
      Play again
    </Button>
  );
}
