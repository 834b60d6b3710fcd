// Reads files of other systems on a thread of its own, so that a large one never holds up a socket. A worker gets no loader that
// understands types, so it registers the one the server started with.

import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { readImport } = await import("../interchange/read/read.ts");

parentPort.on("message", async (file) => {
  try {
    parentPort.postMessage({ read: await readImport(file) });
  } catch (error) {
    parentPort.postMessage({ failed: String(error?.stack ?? error) });
  }
});
