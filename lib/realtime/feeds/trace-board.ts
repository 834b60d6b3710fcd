import { parseTraceparent, type Traces } from "../../kernel/trace.ts";

/** The span of a board, in the trace of the last group of answers that it shows; it links to the groups before that. */
export function traceBoard(traces: Traces, newsOf: readonly string[]) {
  const places = newsOf.flatMap((trace) => parseTraceparent(trace) ?? []);
  const last = places.pop();
  if (!last) return null;
  const span = traces.child(last);
  span.links = places;
  return {
    end: ({ sent, read }: { sent: boolean; read: boolean }) =>
      traces.end(span, { name: "board", failed: !read, attributes: { "ovation.sent": sent } }),
  };
}
