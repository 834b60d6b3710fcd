import { type BaseTransportOptions, createStackParser, createTransport } from "@sentry/core";
import { nodeStackLineParser, ServerRuntimeClient } from "@sentry/core/server";

/** Sends errors that were logged to Sentry, for servers that set SENTRY_DSN. Nothing else leaves: no names, no answers. */
export interface ErrorReports {
  report(error: unknown, message: string): void;
  /** Sends what is waiting. */
  flush(): Promise<void>;
}

const FLUSH_MS = 2_000;

export function createErrorReports(dsn: string): ErrorReports {
  const client = new ServerRuntimeClient({
    dsn,
    transport: fetchTransport,
    stackParser: createStackParser(nodeStackLineParser()),
    integrations: [],
    platform: "node",
    runtime: { name: "node", version: process.version },
  });
  client.init();
  return {
    report(error, message) {
      client.captureException(error, { data: { message } });
    },
    async flush() {
      await client.flush(FLUSH_MS);
    },
  };
}

function fetchTransport(options: BaseTransportOptions) {
  return createTransport(options, async ({ body }) => {
    const response = await fetch(options.url, {
      method: "POST",
      body: body as BodyInit,
      signal: AbortSignal.timeout(10_000),
    });
    return { statusCode: response.status };
  });
}
