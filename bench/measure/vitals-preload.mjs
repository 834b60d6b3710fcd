/**
 * Loaded before a server that is to be watched (`node --import`): at every SIGUSR2 it collects garbage, so that what is
 * left is in use, and adds one line of JSON to the file `<VITALS_INTO>/<pid>.jsonl` (vitals.ts says what is in it).
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

const folder = process.env.VITALS_INTO;

if (isMainThread && folder) {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc");
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  process.on("SIGUSR2", () => {
    const loopDelayP99Ms = loop.percentile(99) / 1e6;
    collectGarbage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const resources = process.getActiveResourcesInfo();
    const line = {
      atMs: Date.now(),
      rssKb: rss / 1024,
      heapKb: heapUsed / 1024,
      externalKb: external / 1024,
      timers: resources.filter((name) => name === "Timeout").length,
      handles: resources.filter((name) => name !== "Timeout").length,
      listeners: [process, ...process._getActiveHandles()].reduce((sum, each) => sum + listenersOf(each), 0),
      loopDelayP99Ms,
    };
    appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(line)}\n`);
    // The collection itself is not the server's doing.
    setImmediate(() => loop.reset());
  });
}

function listenersOf(emitter) {
  const names = emitter.eventNames?.() ?? [];
  return names.reduce((sum, name) => sum + emitter.listenerCount(name), 0);
}
