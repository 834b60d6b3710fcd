import { hostname } from "node:os";
import type { Span, SpanAttributes, SpanPlace } from "../kernel/trace.ts";

export interface OtlpTarget {
  /** OTEL_EXPORTER_OTLP_ENDPOINT: `/v1/traces` is added to it. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  serviceName: string;
  version: string;
  onSpans(result: "sent" | "dropped", count: number): void;
  /** For tests. */
  everyMs?: number;
}

export interface EndedSpan extends Span {
  links: SpanPlace[];
  name: string;
  endMs: number;
  failed: boolean;
  attributes: SpanAttributes;
}

/** Spans that wait; what comes while so many do is dropped. Some two megabytes. */
const WAITING_MAX = 4_096;
const BATCH = 512;
const EVERY_MS = 2_000;
const TIMEOUT_MS = 10_000;
/** A batch that a collector cannot take now is sent so often; meanwhile others wait behind it. */
const ATTEMPTS = 3;
const RETRY_MS = 1_000;
const COMES_BACK = [429, 502, 503, 504];
const STOP_MS = 1_500;

/**
 * Sends spans to a collector by OTLP/HTTP with JSON, one batch at a time. It never waits for anybody and never throws; a
 * collector that is slow or gone costs what waits, which is bounded, and the rest is dropped and counted.
 * https://opentelemetry.io/docs/specs/otlp/#otlphttp
 */
export function createOtlpSender(target: OtlpTarget) {
  const url = `${target.endpoint.replace(/\/+$/, "")}/v1/traces`;
  const resource = {
    attributes: attributesOf({
      "service.name": target.serviceName,
      "service.version": target.version,
      "service.instance.id": hostname(),
    }),
  };
  const stopping = new AbortController();
  let waiting: EndedSpan[] = [];
  let sending: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  function take(span: EndedSpan): void {
    if (waiting.length >= WAITING_MAX) {
      target.onSpans("dropped", 1);
      return;
    }
    waiting.push(span);
    if (waiting.length >= BATCH) sendNow();
    else if (timer === null && sending === null) {
      timer = setTimeout(sendNow, target.everyMs ?? EVERY_MS);
      timer.unref();
    }
  }

  function sendNow(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    sending ??= sendAll().finally(() => {
      sending = null;
      if (waiting.length > 0 && !stopping.signal.aborted) {
        timer = setTimeout(sendNow, target.everyMs ?? EVERY_MS);
        timer.unref();
      }
    });
  }

  /** Full batches at once, and what is left; what comes meanwhile waits for the next time. */
  async function sendAll(): Promise<void> {
    do {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      target.onSpans((await arrives(batch)) ? "sent" : "dropped", batch.length);
    } while (waiting.length >= BATCH);
  }

  async function arrives(batch: readonly EndedSpan[]): Promise<boolean> {
    const body = JSON.stringify(requestOf(resource, batch));
    for (let attempt = 1; ; attempt++) {
      const status = await post(body);
      if (status >= 200 && status < 300) return true;
      const again = status === 0 || COMES_BACK.includes(status);
      if (!again || attempt === ATTEMPTS || stopping.signal.aborted) return false;
      await pause(RETRY_MS * 2 ** (attempt - 1));
    }
  }

  /** The status of the reply; 0 if there was none. */
  async function post(body: string): Promise<number> {
    try {
      const reply = await fetch(url, {
        method: "POST",
        headers: { ...target.headers, "content-type": "application/json" },
        body,
        redirect: "error",
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopping.signal]),
      });
      await reply.body?.cancel();
      return reply.status;
    } catch {
      return 0;
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const paused = setTimeout(resolve, ms);
      paused.unref();
      stopping.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  return {
    take,
    /** Sends what is left, for a moment; what a collector has not taken by then is dropped. */
    async stop(): Promise<void> {
      const giveUp = setTimeout(() => stopping.abort(), STOP_MS);
      await sending;
      if (waiting.length > 0) {
        sendNow();
        await sending;
      }
      clearTimeout(giveUp);
      stopping.abort();
      if (timer) clearTimeout(timer);
      if (waiting.length > 0) target.onSpans("dropped", waiting.length);
      waiting = [];
    },
  };
}

const SERVER = 2;
const INTERNAL = 1;
const ERROR = 2;

function requestOf(resource: object, spans: readonly EndedSpan[]) {
  return {
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: "ovation" }, spans: spans.map(spanOf) }] }],
  };
}

function spanOf(span: EndedSpan) {
  const { traceId, spanId, parentId, name, startMs, endMs, links, failed, attributes } = span;
  return {
    traceId,
    spanId,
    ...(parentId === null ? {} : { parentSpanId: parentId }),
    name,
    kind: attributes["http.request.method"] === undefined ? INTERNAL : SERVER,
    startTimeUnixNano: nanoseconds(startMs),
    endTimeUnixNano: nanoseconds(Math.max(startMs, endMs)),
    attributes: attributesOf(attributes),
    links: links.map((link) => ({ traceId: link.traceId, spanId: link.spanId })),
    status: failed ? { code: ERROR } : {},
  };
}

/** As text: such numbers are beyond what a double holds. */
function nanoseconds(ms: number): string {
  const whole = Math.floor(ms);
  return `${whole}${String(Math.floor((ms - whole) * 1e6)).padStart(6, "0")}`;
}

function attributesOf(attributes: SpanAttributes) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: string | number | boolean) {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
