/**
 * Loaded before a server that is to be profiled (`node --import`): samples its CPU from the start, and writes the profile
 * into the folder PROFILE_INTO when it ends. `--cpu-prof` would do the same, but Node 20 takes it only on its command
 * line, and the server starts as `npm start` does.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";

const folder = process.env.PROFILE_INTO;

if (isMainThread && folder) {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.start");
  process.on("exit", () => {
    // Within one thread the answer comes before the call returns.
    session.post("Profiler.stop", (error, result) => {
      if (error) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${process.pid}.cpuprofile`), JSON.stringify(result.profile));
    });
  });
}
