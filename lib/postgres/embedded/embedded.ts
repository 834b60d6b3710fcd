import { fork } from "node:child_process";
import type { EventEmitter } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { opened } from "./opening.ts";
import { MAX_SOCKET_PATH } from "./socket-path.ts";

/**
 * Postgres without installing Postgres: PGlite on a worker thread, behind a Unix socket that only this user can open,
 * with its data in `<dataDir>/postgres`. Claim the folder first (data-dir-lock.ts): PGlite itself would not notice a
 * second process on the same files.
 *
 * All connections share one backend and may get between each other's statements outside of transactions, so the pool
 * must have exactly EMBEDDED_POOL_SIZE connections. A commit is on the disk before it is answered, as in any Postgres
 * (embedded-database.mjs).
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  logger?: Record<"error" | "warn", (fields: object, message: string) => void>;
  /** The database died while in use; nothing works any more, so the process should end. */
  onLost?: (error: Error) => void;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = resolve(options.dataDir, "postgres");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = socketFolder(options.dataDir);
  const sayHowLong = (seconds: number) =>
    options.logger?.warn(
      { seconds },
      "The embedded database is still being opened: the machine is slow or busy",
    );
  if (readdirSync(dataDir).length === 0) {
    const making = creation(dataDir);
    await opens(dataDir, making, sayHowLong);
    await making.dead;
  }
  const { worker, dead } = databaseThread({ dataDir, socketPath: join(folder, SOCKET_FILE) });
  try {
    await opens(dataDir, { told: worker, dead }, sayHowLong);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  let stopping = false;

  dead.then((error) => {
    if (stopping) return;
    options.logger?.error({ error: error.message }, "the embedded database stopped");
    options.onLost?.(error);
  });

  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      if (!stopping) {
        stopping = true;
        worker.postMessage("stop");
      }
      await dead;
      rmSync(join(folder, SOCKET_FILE), { force: true });
    },
  };
}

export const EMBEDDED_POOL_SIZE = 1;

/** Plain JavaScript runs there, without the loaders and flags of this process. */
const PLAIN = { execArgv: [] };

function databaseThread(workerData: { dataDir: string; socketPath: string }) {
  const worker = new Worker(new URL("./embedded-worker.mjs", import.meta.url), { ...PLAIN, workerData });
  const dead = new Promise<Error>((resolveDead) => {
    worker.once("error", resolveDead);
    worker.once("exit", (code) => resolveDead(new Error(`its thread ended with code ${code}`)));
  });
  return { worker, dead };
}

/** The process that makes a new folder (embedded-creation.mjs). */
function creation(dataDir: string) {
  const told = fork(fileURLToPath(new URL("./embedded-creation.mjs", import.meta.url)), [dataDir], PLAIN);
  const dead = new Promise<Error>((resolveDead) => {
    told.once("error", resolveDead);
    told.once("exit", (code, signal) =>
      resolveDead(new Error(`the process that makes it ended with ${signal ?? `code ${code}`}`)),
    );
  });
  return { told, dead };
}

async function opens(
  dataDir: string,
  { told, dead }: { told: EventEmitter; dead: Promise<Error> },
  onSlow: (seconds: number) => void,
): Promise<void> {
  try {
    await opened(told, dead, onSlow);
  } catch (error) {
    throw new Error(
      `The embedded database in ${dataDir} could not be opened: ${(error as Error).message}. ` +
        "If the folder was damaged or made by another version, restore it from a backup or move it away to start empty.",
      { cause: error },
    );
  }
}

/** What Postgres clients expect of a socket on port 5432. */
const SOCKET_FILE = ".s.PGSQL.5432";

/** In the data folder, or in a private temporary one where that path would be too long for a socket. */
function socketFolder(dataDir: string): string {
  let folder = resolve(dataDir, "run");
  if (Buffer.byteLength(join(folder, SOCKET_FILE)) > MAX_SOCKET_PATH)
    folder = mkdtempSync(join(tmpdir(), "ovation-"));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  // Left by a process that was killed.
  rmSync(join(folder, SOCKET_FILE), { force: true });
  return folder;
}
