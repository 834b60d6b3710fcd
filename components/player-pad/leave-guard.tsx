"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useBackGuard } from "./use-back-guard.ts";

/** "Leave the quiz?" Nobody is thrown out by a slip of the thumb. */
export function LeaveGuard({ active }: { active: boolean }) {
  const { asking, stay } = useBackGuard(active);
  return (
    <Dialog
      open={asking && active}
      onClose={stay}
      size="sm"
      title="Leave the quiz?"
      description="Your score stays. You can come back with the same PIN from this browser."
      footer={
        <>
          <Button variant="secondary" size="lg" onClick={() => window.location.assign("/")}>
            Leave
          </Button>
          <Button size="lg" onClick={stay} data-autofocus>
            Stay
          </Button>
        </>
      }
    />
  );
}
