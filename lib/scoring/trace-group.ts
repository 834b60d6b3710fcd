import type { Span, SpanPlace, Traces } from "../kernel/trace.ts";
import type { AnswerToCommit } from "../session/answer-store.ts";

/** The span of a group of answers; null if none of them is traced. */
export interface TracedGroup {
  span: Span;
  within<T>(run: () => T): T;
  end(failed: boolean): void;
}

/**
 * A group stands in the trace of its first answer and links to the others; each of those links to the group. So from any
 * answer one comes to the statement that stored it, and from there to all that it was stored with.
 */
export function traceGroup(traces: Traces, group: readonly AnswerToCommit[]): TracedGroup | null {
  const answers = group.flatMap(({ span }) => (span ? [span] : []));
  const [first, ...others] = answers;
  if (!first) return null;
  const span = traces.child(first);
  span.links = others.map(placeOf);
  for (const answer of others) answer.links = [...(answer.links ?? []), placeOf(span)];
  return {
    span,
    within: (run) => traces.within(span, run),
    end: (failed) =>
      traces.end(span, { name: "intake group", failed, attributes: { "ovation.answers": group.length } }),
  };
}

function placeOf({ traceId, spanId }: Span): SpanPlace {
  return { traceId, spanId };
}
