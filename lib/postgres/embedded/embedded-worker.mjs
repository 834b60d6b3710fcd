// The embedded Postgres: PGlite on a thread of its own, so that a long statement never holds up a socket, behind its
// socket server. Plain JavaScript, since a thread gets no loader that understands types.

import { parentPort, workerData } from "node:worker_threads";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { openDatabase } from "./embedded-database.mjs";

/** The node uses one connection. The others let it reconnect, and migrate, before an old one is seen to be gone. */
const MAX_CONNECTIONS = 4;

try {
  const db = await openDatabase(workerData.dataDir);
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
