import type { Refusal } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { ackOf } from "../protocol/ack.ts";
import type { Ack } from "../protocol/shapes.ts";
import type { Submission } from "../scoring/submit-answer.ts";
import type { Runtime } from "./runtime.ts";
import { traceAnswer } from "./trace-answer.ts";

/** The way from every door to the one that stores answers. */
export async function takeAnswer(
  runtime: Pick<Runtime, "submitAnswer" | "metrics" | "clock" | "live"> & Partial<Pick<Runtime, "traces">>,
  submission: Submission,
  door: "action" | "socket" | "rest",
  /** Where the client says the tap is traced. */
  traceparent?: string | null,
): Promise<Result<Ack, Refusal>> {
  const traced = runtime.traces ? traceAnswer(runtime.traces, submission, door, traceparent) : null;
  const receipt = await runtime.submitAnswer(traced ? { ...submission, span: traced.span } : submission);
  const outcome = receipt.ok ? (receipt.value.repeat ? "repeat" : "accepted") : receipt.error.code;
  if (!runtime.live.peek(submission.sessionId)?.session.rehearsal)
    runtime.metrics.answer(door, outcome, runtime.clock.now() - submission.receivedAtMs);
  traced?.end(outcome);
  return receipt.ok ? ok(ackOf(receipt.value)) : receipt;
}
