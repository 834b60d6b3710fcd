import { loadConfig } from "#lib/config/load.ts";
import { createRealtime } from "#lib/realtime/realtime.ts";
import { createRuntime } from "#lib/runtime/create.ts";
import { setCurrentRuntime } from "#lib/runtime/current.ts";
import { createHttp } from "#lib/runtime/http.ts";
import { createPages } from "#lib/runtime/pages.ts";
import { explainStartFailure } from "#lib/runtime/start-failure.ts";
import { startMessage } from "#lib/runtime/start-message.ts";
import { withBuiltFiles } from "#lib/web/built-files.ts";
import { withFrontDoor } from "#lib/web/front-door.ts";
import { securityHeaders } from "#lib/web/security-headers.ts";

try {
  const config = loadConfig();
  const http = createHttp(config);
  await http.claimPort();
  const runtime = await createRuntime(config);
  setCurrentRuntime(runtime);

  const onFailure = (err: unknown) =>
    runtime.logger.error({ err }, "Something failed that nobody waited for");
  // A promise that somebody forgot must not end every game on this node.
  process.on("unhandledRejection", onFailure);

  const realtime = createRealtime(runtime);
  const pages = await createPages(config);
  http.serve({
    headers: securityHeaders(config.development),
    // While developing, Next answers all calls, so that what is edited works at once.
    onRequest: config.development
      ? pages.handle
      : withBuiltFiles(".next/static", withFrontDoor(pages.handle)),
    onSocket: realtime.handleUpgrade,
    onOtherUpgrade: pages.handleUpgrade,
    onFailure,
  });
  console.log(startMessage(runtime));

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    runtime.beginDrain();
    await realtime.drain();
    await http.close();
    await runtime.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
} catch (error) {
  console.error(explainStartFailure(error));
  process.exit(1);
}
