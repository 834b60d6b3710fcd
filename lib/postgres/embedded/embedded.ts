import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { opened } from "./opening.ts";
import { MAX_SOCKET_PATH } from "./socket-path.ts";

/**
 * Postgres without installing Postgres: PGlite on a worker thread, behind a Unix socket that only this user can open,
 * with its data in `<dataDir>/postgres`. Claim the folder first (data-dir-lock.ts): PGlite itself would not notice a
 * second process on the same files.
 *
 * All connections share one backend and may get between each other's statements outside of transactions, so the pool
 * must have exactly EMBEDDED_POOL_SIZE connections. A commit survives the death of the process, by whatever signal; a
 * power cut may undo the last seconds, because PGlite cannot flush the machine's disk cache.
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
  // A new database is made by a thread that ends: what making it takes (400 MB) would not be given back otherwise. It
  // gets its name when it is whole, so that one that was cut short is made anew.
  if (readdirSync(dataDir).length === 0) {
    const half = `${dataDir}.new`;
    rmSync(half, { recursive: true, force: true });
    const creating = await openThread({ dataDir: half, onlyCreate: true }, dataDir, sayHowLong);
    await creating.dead;
    renameSync(half, dataDir);
  }
  const { worker, dead } = await openThread(
    { dataDir, socketPath: join(folder, SOCKET_FILE) },
    dataDir,
    sayHowLong,
  );
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

/** A thread on a data folder, which has opened the database. `named` is the folder people know. */
async function openThread(
  workerData: { dataDir: string } & ({ onlyCreate: true } | { socketPath: string }),
  named: string,
  onSlow: (seconds: number) => void,
): Promise<{ worker: Worker; dead: Promise<Error> }> {
  const worker = new Worker(new URL("./embedded-worker.mjs", import.meta.url), {
    workerData,
    // Not our loaders and flags: the worker is plain JavaScript.
    execArgv: [],
  });
  const dead = new Promise<Error>((resolveDead) => {
    worker.once("error", resolveDead);
    worker.once("exit", (code) => resolveDead(new Error(`its thread ended with code ${code}`)));
  });
  try {
    await opened(worker, dead, onSlow);
    return { worker, dead };
  } catch (error) {
    await worker.terminate();
    throw new Error(
      `The embedded database in ${named} could not be opened: ${(error as Error).message}. ` +
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
