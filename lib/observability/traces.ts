import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Sampler, Span, SpanPlace, Traces } from "../kernel/trace.ts";
import { createOtlpSender, type OtlpTarget } from "./otlp-sender.ts";
import { samples } from "./trace-sampler.ts";

/** The spans of this server, sent to an OpenTelemetry collector (docs/decisions/055). */
export interface ServerTraces extends Traces {
  /**
   * Runs a request. Its span is told when it is over: until then an answer that it brings may say to which trace it
   * belongs (`join`), so that a tap, its request and its answer are one.
   */
  request<T>(request: RequestTrace, run: () => T): T;
  /** The request in which this runs goes on in the trace of `caller`. Call it before it has spans of its own. */
  join(caller: SpanPlace): void;
  /** Told with the trace's own ids: the tap in a browser, which sends no spans. */
  tap(caller: SpanPlace, startMs: number, endMs: number): void;
  /** Tells what is left, and stops. */
  stop(): Promise<void>;
}

export interface RequestTrace {
  traceId: string;
  span: Span | null;
}

export interface TracesOptions extends OtlpTarget {
  sampler: Sampler;
  /** What became of so many spans. */
  onSpans(result: "sent" | "dropped", count: number): void;
}

/** A hole in a group's links is better than a span of a megabyte. */
const LINKS_MAX = 128;

export function createTraces(options: TracesOptions): ServerTraces {
  const sender = createOtlpSender(options);
  const requests = new AsyncLocalStorage<RequestTrace>();
  const spans = new AsyncLocalStorage<Span>();
  const sampled = (traceId: string) => samples(options.sampler, traceId);

  function spanOf(traceId: string, parentId: string | null, startMs: number): Span {
    return { traceId, spanId: hex(8), parentId, startMs, links: null };
  }

  const traces: ServerTraces = {
    root(startMs, caller) {
      const traceId = caller?.traceId ?? hex(16);
      return sampled(traceId) ? spanOf(traceId, caller?.spanId ?? null, startMs) : null;
    },
    child: ({ traceId, spanId }, startMs = nowMs()) => spanOf(traceId, spanId, startMs),
    end(span, { name, endMs = nowMs(), failed = false, attributes = {} }) {
      sender.take({ ...span, links: span.links?.slice(0, LINKS_MAX) ?? [], name, endMs, failed, attributes });
    },
    within: (span, run) => spans.run(span, run),
    current: () => spans.getStore() ?? requests.getStore()?.span ?? null,
    request: (request, run) => requests.run(request, run),
    join(caller) {
      const request = requests.getStore();
      if (!request || request.traceId === caller.traceId) return;
      const startMs = request.span?.startMs ?? nowMs();
      request.traceId = caller.traceId;
      request.span = traces.root(startMs, caller);
    },
    tap(caller, startMs, endMs) {
      if (!sampled(caller.traceId)) return;
      traces.end({ ...caller, parentId: null, startMs, links: null }, { name: "tap", endMs });
    },
    stop: sender.stop,
  };
  return traces;
}

/** Finer than Date.now(): statements take fractions of a millisecond. */
function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
