import { readFileSync } from "node:fs";
import type { Config } from "../config/config.ts";
import type { Span } from "../kernel/trace.ts";
import type { ErrorContext, ErrorReports } from "../observability/error-reports.ts";
import type { Metrics } from "../observability/metrics.ts";
import type { ServerTraces } from "../observability/traces.ts";

/** Where errors and spans go. What is not asked for is not even loaded. */
export async function openReporting(
  config: Pick<Config, "sentryDsn" | "sentryRelease" | "sentrySampleRate" | "otlp">,
  metrics: Pick<Metrics, "spans" | "errorReport">,
): Promise<{ traces: ServerTraces | null; errorReports: ErrorReports | null }> {
  const { sentryDsn: dsn, sentrySampleRate: sampleRate, otlp } = config;
  const release = config.sentryRelease ?? `ovation@${ownVersion()}`;
  const onReport = metrics.errorReport;
  const errorReports =
    dsn === null
      ? null
      : (await import("../observability/error-reports.ts")).createErrorReports({
          ...{ dsn, release, sampleRate, onReport },
          root: process.cwd(),
        });
  const traces =
    otlp === null
      ? null
      : (await import("../observability/traces.ts")).createTraces({
          ...otlp,
          version: ownVersion(),
          onSpans: metrics.spans,
        });
  return { traces, errorReports };
}

/** For the logger: what is logged as an error with its cause is reported. */
export function onLoggedError(reports: ErrorReports | null, traces: ServerTraces | null) {
  if (!reports) return undefined;
  return (error: unknown, message: string, { door }: Record<string, unknown>) => {
    const place: ErrorContext["place"] = door === "action" ? "action" : "server";
    reports.report(error, message, { place, traceId: traces?.current()?.traceId });
  };
}

/** A call of a store, told when it is over, by what it was made for. Null if that is not traced. */
export function traceStatement(
  traces: ServerTraces,
  { call, tookMs, failed }: { call: string; tookMs: number; failed: boolean },
): Span | null {
  const parent = traces.current();
  if (!parent) return null;
  const endMs = performance.timeOrigin + performance.now();
  const span = traces.child(parent, endMs - tookMs);
  const attributes = { "db.system.name": "postgresql", "db.operation.name": call };
  traces.end(span, { name: call, endMs, failed, attributes });
  return span;
}

function ownVersion(): string {
  return (JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version;
}
