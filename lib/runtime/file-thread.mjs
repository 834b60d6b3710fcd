// Reads and writes files on a thread of its own, so that a large one never holds up a socket. A worker gets no loader that
// understands types, so it registers the one the server started with.

import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();

const TASKS = {
  read: async (file) => (await import("../interchange/read/read.ts")).readImport(file),
  workbook: async (sheets) => (await import("../interchange/workbook.ts")).writeWorkbook(sheets),
};

parentPort.on("message", async ({ task, of }) => {
  try {
    parentPort.postMessage({ done: await TASKS[task](of) });
  } catch (error) {
    parentPort.postMessage({ failed: String(error?.stack ?? error) });
  }
});
