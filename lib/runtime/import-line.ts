import { Worker } from "node:worker_threads";
import type { ImportFile, ReadFile, ReadImport } from "../interchange/read/shapes.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { Result } from "../kernel/result.ts";
import { createWorkLine } from "../limits/work-line.ts";

export interface ImportLine {
  /** Reads a file beside the event loop; refuses with `unavailable` where too many wait. */
  read: ReadFile;
  close(): Promise<void>;
}

/** One file at a time: each may need half a gigabyte, and whoever waits is a host, not a player. */
const LINE = { atOnce: 1, waitingMax: 20, waitMaxMs: { import: 30_000 } } as const;
/** The largest files need a few seconds of a core. */
const READING_MAX_MS = 60_000;
/** A first look is followed by the import; afterwards the memory is given back. */
const KEPT_MS = 2 * 60_000;
const MEMORY_MB = 768;

type Read = Result<ReadImport, Refusal>;

export function createImportLine(): ImportLine {
  const line = createWorkLine(LINE);
  let thread: Worker | null = null;
  let leaving: NodeJS.Timeout | undefined;

  function openThread(): Worker {
    clearTimeout(leaving);
    if (thread) return thread;
    const opened = new Worker(new URL("./import-thread.mjs", import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    opened.unref();
    opened.once("exit", () => {
      if (thread === opened) thread = null;
    });
    thread = opened;
    return opened;
  }

  async function closeThread(): Promise<void> {
    clearTimeout(leaving);
    const closing = thread;
    thread = null;
    await closing?.terminate();
  }

  async function readOnThread(file: ImportFile): Promise<Read> {
    const worker = openThread();
    try {
      return await answerOf(worker, file);
    } catch (error) {
      await closeThread();
      if (error === TOO_LONG)
        return refuse("unreadable_import", "Reading this file takes too long. Import it in parts.");
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
        return refuse("unreadable_import", "Reading this file takes too much memory. Import it in parts.");
      throw error;
    } finally {
      leaving = setTimeout(closeThread, KEPT_MS).unref();
    }
  }

  return {
    async read(file) {
      const read = await line.run("import", () => readOnThread(file));
      return read ?? refuse("unavailable", "Many files are being read right now. Try again in a moment.");
    },
    close: closeThread,
  };
}

const TOO_LONG = Symbol("too long");

type Answer = { read: Read } | { failed: string };

function answerOf(worker: Worker, file: ImportFile): Promise<Read> {
  return new Promise<Read>((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(TOO_LONG)), READING_MAX_MS);
    const settle = (finish: () => void) => {
      clearTimeout(late);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    const onMessage = (answer: Answer) =>
      settle(() => ("read" in answer ? resolve(answer.read) : reject(new Error(answer.failed))));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`The thread that reads files ended with code ${code}`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(file);
  });
}
