import { type ExtraTime, extraMs } from "../../session/extra-time.ts";
import type { PhaseView } from "../../session/phases/phase.ts";

/** The phase as it is for a player with more time: the same, with their own close. */
export function ownPhase<P extends PhaseView>(phase: P, extra: ExtraTime | undefined): P {
  if (extra === undefined) return phase;
  if (phase.name === "paused") return { ...phase, phase: ownPhase(phase.phase, extra) };
  if (phase.name !== "question") return phase;
  return { ...phase, closesAtMs: phase.closesAtMs + extraMs(extra, phase) };
}
