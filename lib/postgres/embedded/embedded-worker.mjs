// The embedded Postgres: PGlite on a thread of its own, so that a long statement never holds up a socket, behind its
// socket server. Plain JavaScript, since a worker gets no loader that understands types.

import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

/** The node uses one connection. The others let it reconnect, and migrate, before an old one is seen to be gone. */
const MAX_CONNECTIONS = 4;

/**
 * PGlite's own 128 MB are all touched at the start and stay in memory. Most data folders are smaller than this cache,
 * and the machine's file cache holds the rest.
 */
const LITTLE_MEMORY = ["-c", "shared_buffers=16MB"];

try {
  const db = await PGlite.create({
    dataDir: workerData.dataDir,
    startParams: [...PGlite.defaultStartParams, ...LITTLE_MEMORY],
  });
  if (workerData.onlyCreate) {
    await db.close();
    parentPort.postMessage({ type: "ready" });
    process.exit();
  }
  // As every connection to another Postgres has it (client.ts).
  await db.exec("set enable_seqscan = off; set jit = off");
  const server = new PGLiteSocketServer({ db, path: workerData.socketPath, maxConnections: MAX_CONNECTIONS });
  await server.start();
  parentPort.once("message", async () => {
    await server.stop();
    await db.close();
    parentPort.postMessage({ type: "stopped" });
    parentPort.close();
  });
  parentPort.postMessage({ type: "ready" });
} catch (error) {
  parentPort.postMessage({ type: "failed", reason: String(error?.message ?? error) });
  parentPort.close();
}
