import type { Phase, PhaseView } from "./phase.ts";

type Running<P> = P extends { name: "paused"; phase: infer Held } ? Held : P;

/** The phase a session is in, under a pause too. A file of its own: phase.ts brings zod, which phones do without. */
export function runningPhase<P extends Phase | PhaseView>(phase: P): Running<P> {
  return (phase.name === "paused" ? phase.phase : phase) as Running<P>;
}

/** The question that is open, or closed and still being counted, under a pause too; null if there is none. */
export function unsettledQuestion(phase: Phase): number | null {
  const running = runningPhase(phase);
  const unsettled = running.name === "question" || (running.name === "reveal" && running.result === null);
  return unsettled ? running.index : null;
}

/** Whether a question was closed whose answers are still being counted, paused or not. Nothing leaves it so. */
export function uncounted(phase: Phase): boolean {
  const running = runningPhase(phase);
  return running.name === "reveal" && running.result === null;
}
