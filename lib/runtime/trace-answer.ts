import { parseTraceparent, type Span } from "../kernel/trace.ts";
import type { ServerTraces } from "../observability/traces.ts";
import type { Submission } from "../scoring/submit-answer.ts";

export interface TracedAnswer {
  span: Span;
  /** `outcome`: "accepted", "repeat", or the code of a refusal. */
  end(outcome: string): void;
}

/** An answer may lie on a phone without network for long; its tap is drawn no longer than this. */
const TAP_MAX_MS = 60_000;

/**
 * An answer from its receipt to its acknowledgment, in the trace that the browser began with the tap. Null if that is not
 * sampled.
 */
export function traceAnswer(
  traces: ServerTraces,
  { receivedAtMs, pressedAtMs, sessionId, questionIndex }: Submission,
  door: string,
  traceparent: string | null | undefined,
): TracedAnswer | null {
  const tap = parseTraceparent(traceparent);
  if (tap) traces.join(tap);
  const request = traces.current();
  const span = request ? traces.child(request, receivedAtMs) : traces.root(receivedAtMs, tap);
  if (!span) return null;
  return {
    span,
    end(outcome) {
      if (tap && outcome === "accepted") {
        const pressed = Math.max(pressedAtMs ?? receivedAtMs, receivedAtMs - TAP_MAX_MS);
        traces.tap(tap, Math.min(pressed, receivedAtMs), receivedAtMs);
      }
      const attributes = {
        "session.id": sessionId,
        "ovation.question": questionIndex,
        "ovation.door": door,
        "ovation.outcome": outcome,
      };
      traces.end(span, {
        name: "answer",
        attributes,
        failed: outcome === "internal" || outcome === "unavailable",
      });
    },
  };
}
