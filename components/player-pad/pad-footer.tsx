"use client";

import type { LiveRank } from "#lib/client/board/live-rank.ts";
import type { PhaseView } from "#lib/session/phases/phase.ts";
import type { You } from "#lib/session/players/you.ts";
import { ReactionBar } from "./reaction-bar.tsx";
import { ScoreStrip } from "./score-strip.tsx";

/** Reactions while there is nothing to answer, and the points where there are any. */
const REACT_IN: readonly string[] = ["lobby", "reveal", "standings", "podium"];
const STRIP_IN: readonly string[] = ["question", "reveal", "standings", "slide", "paused"];

type PadFooterProps = {
  phase: PhaseView["name"];
  you: You;
  rank: LiveRank | null;
  players: number;
  /** Whether a question has been asked that earns points; until then there is no score. */
  earning: boolean;
};

export function PadFooter({ phase, ...own }: PadFooterProps) {
  return (
    <>
      {REACT_IN.includes(phase) && <ReactionBar />}
      {STRIP_IN.includes(phase) && <ScoreStrip {...own} />}
    </>
  );
}
