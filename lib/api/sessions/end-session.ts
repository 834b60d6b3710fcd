import type { Refusal } from "../../kernel/refusal.ts";
import { ok, type Result } from "../../kernel/result.ts";
import type { Runtime } from "../../runtime/runtime.ts";
import { takeCommand } from "../../runtime/take-command.ts";
import type { LiveSession } from "../../session/live/live-session.ts";

/** From a question it is the podium first. */
const STEPS_TO_THE_END = 3;

/** Ends a session from wherever it stands. What was answered is counted first. One that has ended stays so. */
export async function endSession(
  runtime: Pick<Runtime, "conductor" | "events" | "clock">,
  live: LiveSession,
  by: string,
): Promise<Result<null, Refusal>> {
  const hasEnded = () => live.session.phase.name === "ended";
  for (let step = 0; step < STEPS_TO_THE_END && !hasEnded(); step++) {
    const done = await takeCommand(runtime, live, { command: "finish" }, { by });
    // Or somebody else has ended it meanwhile.
    if (!done.ok) return hasEnded() || done.error.code === "session_ended" ? ok(null) : done;
  }
  return ok(null);
}
