import {
  type BaseTransportOptions,
  createStackParser,
  createTransport,
  type ErrorEvent,
  type EventHint,
} from "@sentry/core";
import { nodeStackLineParser, ServerRuntimeClient } from "@sentry/core/server";
import { type BrowserError, browserFrames } from "./browser-error.ts";
import { withoutPersonalData } from "./without-personal-data.ts";

/** Sends errors to Sentry, for servers that set SENTRY_DSN. Nothing about people leaves with them (docs/decisions/007). */
export interface ErrorReports {
  /** An error that was reported already is not reported again. */
  report(error: unknown, message: string, about: ErrorContext): void;
  /** An error in somebody's browser, in the words of components/ui/page/error-watch.ts. */
  reportBrowser(error: BrowserError): void;
  /** Sends what is waiting, for a moment. */
  flush(): Promise<void>;
}

export interface ErrorContext {
  place: "server" | "page" | "action" | "browser";
  /** With names in place of ids. */
  route?: string | undefined;
  traceId?: string | undefined;
}

export interface ErrorReportsOptions {
  dsn: string;
  release: string;
  sampleRate: number;
  /** The folder that paths in stacks are told from. */
  root: string;
  onReport(result: "sent" | "dropped"): void;
}

const FLUSH_MS = 1_500;
const SEND_MS = 10_000;
/** Requests under way at once; while so many are, further errors are dropped. */
const UNDER_WAY_MAX = 20;
/** From servers, and again so many from all browsers: at once, and then one each so often. */
const BURST = 30;
const REFILL_MS = 2_000;

export function createErrorReports(options: ErrorReportsOptions): ErrorReports {
  const { dsn, release, sampleRate, onReport } = options;
  const client = new ServerRuntimeClient({
    ...{ dsn, release, sampleRate },
    transport: (transport: BaseTransportOptions) => fetchTransport(transport, onReport),
    transportOptions: { bufferSize: UNDER_WAY_MAX },
    stackParser: createStackParser(nodeStackLineParser()),
    integrations: [],
    sendClientReports: false,
    platform: "node",
    runtime: { name: "node", version: process.version },
    beforeSend: (event, hint) => withoutPersonalData(withCause(event, hint), options.root),
  });
  client.init();
  const [mayReport, mayReportBrowser] = [tokenBucket(), tokenBucket()];

  return {
    report(error, message, { place, route, traceId }) {
      // Next tells of it by itself, with its route (instrumentation.ts).
      if (place === "server" && typeof error === "object" && error !== null && "digest" in error) return;
      if (!mayReport()) return onReport("dropped");
      const trace = traceId
        ? { contexts: { trace: { trace_id: traceId, span_id: traceId.slice(0, 16) } } }
        : {};
      client.captureException(error, {
        originalException: error,
        captureContext: (scope) =>
          scope
            .update({ tags: { place }, extra: { message }, ...trace })
            .setTransactionName(route ?? message),
      });
    },
    reportBrowser(error) {
      if (!mayReportBrowser()) return onReport("dropped");
      const { type, message, route, debugIds } = error;
      const exception = {
        ...{ type, value: message, stacktrace: { frames: browserFrames(error.stack) } },
        mechanism: { type: "onerror", handled: false },
      };
      client.captureEvent({
        ...{ platform: "javascript", level: "error", transaction: route, tags: { place: "browser" } },
        exception: { values: [exception] },
        debug_meta: {
          images: Object.entries(debugIds).map(([code_file, debug_id]) => ({
            type: "sourcemap" as const,
            ...{ code_file, debug_id },
          })),
        },
      });
    },
    async flush() {
      await client.flush(FLUSH_MS);
    },
  };
}

/** What an error names as its reason, such as what Postgres said. */
function withCause(event: ErrorEvent, hint: EventHint): ErrorEvent {
  const { cause } = (hint.originalException ?? {}) as { cause?: unknown };
  if (cause instanceof Error) event.exception?.values?.unshift({ type: cause.name, value: cause.message });
  return event;
}

function fetchTransport(options: BaseTransportOptions, onReport: ErrorReportsOptions["onReport"]) {
  // Too many under way, told to be silent for a while, or no network.
  const recordDroppedEvent = () => onReport("dropped");
  return createTransport({ ...options, recordDroppedEvent }, async ({ body }) => {
    const response = await fetch(options.url, {
      method: "POST",
      body: body as BodyInit,
      signal: AbortSignal.timeout(SEND_MS),
    });
    await response.body?.cancel();
    onReport(response.ok ? "sent" : "dropped");
    return {
      statusCode: response.status,
      headers: {
        "x-sentry-rate-limits": response.headers.get("x-sentry-rate-limits"),
        "retry-after": response.headers.get("retry-after"),
      },
    };
  });
}

function tokenBucket(): () => boolean {
  let tokens = BURST;
  let atMs = performance.now();
  return () => {
    const nowMs = performance.now();
    tokens = Math.min(BURST, tokens + (nowMs - atMs) / REFILL_MS);
    atMs = nowMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
