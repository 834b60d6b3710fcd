import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { ackOf } from "../protocol/ack.ts";
import type { Ack } from "../protocol/shapes.ts";
import type { Submission } from "../scoring/submit-answer.ts";
import type { Runtime } from "./runtime.ts";

/** The way from every door to the one that stores answers. */
export async function takeAnswer(
  runtime: Pick<Runtime, "submitAnswer" | "metrics" | "clock" | "live">,
  submission: Submission,
  door: "action" | "socket" | "rest",
): Promise<Result<Ack, Refusal>> {
  const receipt = await runtime.submitAnswer(submission);
  const outcome = receipt.ok ? (receipt.value.repeat ? "repeat" : "accepted") : receipt.error.code;
  if (!runtime.live.peek(submission.sessionId)?.session.rehearsal)
    runtime.metrics.answer(door, outcome, runtime.clock.now() - submission.receivedAtMs);
  return receipt.ok ? ok(ackOf(receipt.value)) : receipt;
}
