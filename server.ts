import { withFrontDoor } from "#lib/api/front-door.ts";
import { loadConfig } from "#lib/config/load.ts";
import { withBuiltFiles } from "#lib/http/built-files.ts";
import { withCountedResponses } from "#lib/http/count-responses.ts";
import { reportCutConnections } from "#lib/http/cut-connections.ts";
import { withErrorDoor } from "#lib/http/error-door.ts";
import { createHttp } from "#lib/http/http.ts";
import { createMetricsServer, withMetrics } from "#lib/http/metrics-door.ts";
import { isCallersFault, withReadableRequests } from "#lib/http/next-requests.ts";
import { withOwnPages } from "#lib/http/own-pages.ts";
import { withPageGate } from "#lib/http/page-gate.ts";
import { createPages } from "#lib/http/pages.ts";
import { withPlainRequests } from "#lib/http/plain-requests.ts";
import { withRequestLog } from "#lib/http/request-log.ts";
import { securityHeaders } from "#lib/http/security-headers.ts";
import { consoleToLogger } from "#lib/observability/console-lines.ts";
import { createRealtime } from "#lib/realtime/realtime.ts";
import { createRuntime } from "#lib/runtime/create.ts";
import { setCurrentRuntime } from "#lib/runtime/current.ts";
import { explainStartFailure } from "#lib/runtime/start-failure.ts";
import { startMessage } from "#lib/runtime/start-message.ts";
import { stopInOrder } from "#lib/runtime/stop-steps.ts";

try {
  const config = loadConfig();
  const http = createHttp(config);
  await http.claimPort();
  const runtime = await createRuntime(config);
  setCurrentRuntime(runtime);

  const onFailure = (err: unknown) => runtime.logger.error({ err }, "An error was not handled");
  // A promise that somebody forgot must not end every game on this node.
  process.on("unhandledRejection", onFailure);

  const metrics = createMetricsServer(config, runtime.metrics);
  await metrics.listen();
  const realtime = createRealtime(runtime);
  // While developing, people read the console.
  if (!config.development) consoleToLogger(runtime.logger, (level) => (isCallersFault() ? "debug" : level));
  const pages = await createPages(config);
  http.serve({
    headers: securityHeaders(config.development),
    // While developing, Next answers all calls, so that what is edited works at once.
    onRequest: withCountedResponses(
      runtime.metrics,
      withMetrics(
        runtime,
        withRequestLog(
          runtime,
          config.development
            ? withOwnPages(runtime, pages.handle)
            : withOwnPages(
                runtime,
                withErrorDoor(
                  runtime,
                  withPlainRequests(
                    withBuiltFiles(
                      ".next/static",
                      withFrontDoor(withPageGate(runtime, withReadableRequests(pages.handle))),
                    ),
                  ),
                ),
              ),
        ),
      ),
    ),
    onSocket: realtime.handleUpgrade,
    onOtherUpgrade: pages.handleUpgrade,
    onFailure,
    onCut: reportCutConnections(runtime.logger, runtime.metrics, runtime.clock),
  });
  runtime.beat.start(realtime.live);
  process.stdout.write(`${startMessage(runtime)}\n`);
  runtime.events.tell("server-started", "The server is ready", {
    node: process.version,
    boot: runtime.bootId,
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    runtime.events.tell("server-draining", "The server is stopping and takes no new work");
    runtime.beginDrain();
    await stopInOrder(runtime.logger, [
      { doing: "sending live sockets away", run: () => realtime.drain(), withinMs: 6_000 },
      { doing: "closing the port", run: () => http.close(), withinMs: 6_000 },
      { doing: "closing the metrics", run: async () => metrics.close(), withinMs: 1_000 },
      { doing: "stopping", run: () => runtime.stop(), withinMs: 15_000 },
    ]);
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
