/**
 * A piece of work in a trace, by its W3C Trace Context ids. Only of traces that are sampled: everywhere else there is none,
 * and what is not traced costs one comparison.
 */
export interface Span {
  traceId: string;
  spanId: string;
  parentId: string | null;
  /** Milliseconds since the epoch, with fractions. */
  startMs: number;
  /** Work of other traces that this one belongs to: a group of answers has many. */
  links: SpanPlace[] | null;
}

export interface SpanPlace {
  traceId: string;
  spanId: string;
}

/** Where spans are told (lib/observability/traces.ts). Callers that have none leave everything else out. */
export interface Traces {
  /** A span of its own trace, or of the one that a client names. Null if that trace is not sampled. */
  root(startMs: number, caller?: SpanPlace | null): Span | null;
  child(parent: SpanPlace, startMs?: number): Span;
  /** Tells a span that has ended; `endMs` is now if left out. */
  end(
    span: Span,
    what: { name: string; endMs?: number; failed?: boolean; attributes?: SpanAttributes },
  ): void;
  /** What runs inside finds it with `current`. */
  within<T>(span: Span, run: () => T): T;
  current(): Span | null;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}$/;

/** Null if it is none. What it says about sampling is not believed: it comes from anybody. */
export function parseTraceparent(text: unknown): SpanPlace | null {
  const found = typeof text === "string" && text.length <= 60 ? TRACEPARENT.exec(text) : null;
  return found ? { traceId: found[1] as string, spanId: found[2] as string } : null;
}

/** The place of something that begins a trace. */
export function newTraceparent(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  );
  return traceparentOf({ traceId: hex.slice(0, 16).join(""), spanId: hex.slice(16).join("") });
}

export function traceparentOf({ traceId, spanId }: SpanPlace): string {
  return `00-${traceId}-${spanId}-01`;
}

/** The values of OTEL_TRACES_SAMPLER. */
export const SAMPLERS = [
  ...["always_on", "always_off", "traceidratio"],
  ...["parentbased_always_on", "parentbased_always_off", "parentbased_traceidratio"],
] as const;

export interface Sampler {
  name: (typeof SAMPLERS)[number];
  /** OTEL_TRACES_SAMPLER_ARG, from 0 to 1. */
  ratio: number;
}
