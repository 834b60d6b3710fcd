"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/buttons/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import type { NamedHint } from "#lib/api/sessions/session-hints.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import type { HintsAction } from "../../host-actions.ts";
import { counted } from "../../phase-words.ts";
import { HintList } from "../../results/worth-a-look.tsx";
import { useSharing } from "../sharing/sharing.ts";

type HintsButtonProps = { sessionId: string; phase: PhaseView; ask: HintsAction };

/**
 * Hints about helper names, before prizes are handed out. Quiet: it says how many there are, and names players only to the
 * host who opens it; never on a screen that the room sees.
 */
export function HintsButton({ sessionId, phase, ask }: HintsButtonProps) {
  const sharing = useSharing();
  const hints = useHints(ask, sessionId, sharing ? null : momentOf(phase));
  const [open, setOpen] = useState(false);
  if (sharing || hints.length === 0) return null;
  return (
    <>
      <Button variant="ghost" onClick={() => setOpen(true)}>
        <span>{`Worth a look: ${counted(hints.length, "hint")}`}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Worth a look">
        <HintList hints={hints} />
      </Dialog>
    </>
  );
}

/** Asked once for each standings and at the podium: in between nothing new is known, and answers have the server's time. */
function momentOf(phase: PhaseView): string | null {
  if (phase.name === "standings") return `standings ${phase.index}`;
  return phase.name === "podium" ? phase.name : null;
}

/** The hints as of the last moment at which they were asked for. Without an answer there are none: it is only a hint. */
function useHints(ask: HintsAction, sessionId: string, moment: string | null): readonly NamedHint[] {
  const [hints, setHints] = useState<readonly NamedHint[]>([]);
  useEffect(() => {
    if (moment === null) return;
    let gone = false;
    ask(sessionId).then(
      (reply) => {
        if (!gone && reply.ok) setHints(reply.hints);
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [ask, sessionId, moment]);
  return hints;
}
