import { Worker } from "node:worker_threads";
import type { ImportFile, ReadFile, ReadImport } from "../interchange/read/shapes.ts";
import type { Sheet } from "../interchange/workbook.ts";
import { type Refusal, type RefusalCode, refuse } from "../kernel/refusal.ts";
import { ok, type Result } from "../kernel/result.ts";
import { createWorkLine } from "../limits/work-line.ts";

/** Reads and writes files beside the event loop; refuses with `unavailable` where too many wait. */
export interface FileLine {
  read: ReadFile;
  /** An .xlsx file. */
  writeWorkbook(sheets: readonly Sheet[]): Promise<Result<Uint8Array, Refusal>>;
  close(): Promise<void>;
}

/** One file at a time: each may need half a gigabyte, and it is a host who waits, not a player. */
const LINE = { atOnce: 1, waitingMax: 20, waitMaxMs: { workbook: 30_000, read: 30_000 } } as const;
/** The largest files need a few seconds of a core. */
const TASK_MAX_MS = 60_000;
/** A first look is followed by the import; afterwards the memory is given back. */
const KEPT_MS = 2 * 60_000;
const MEMORY_MB = 768;

type Task = { task: "read"; of: ImportFile } | { task: "workbook"; of: readonly Sheet[] };

/** How a task is refused that takes more than it may. */
interface TooLarge {
  code: RefusalCode;
  time: string;
  memory: string;
}

export function createFileLine(): FileLine {
  const line = createWorkLine(LINE);
  let thread: Worker | null = null;
  let leaving: NodeJS.Timeout | undefined;

  function openThread(): Worker {
    clearTimeout(leaving);
    if (thread) return thread;
    const opened = new Worker(new URL("./file-thread.mjs", import.meta.url), {
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

  async function onThread<T>(task: Task, tooLarge: TooLarge): Promise<Result<T, Refusal>> {
    const worker = openThread();
    try {
      return ok(await answerOf<T>(worker, task));
    } catch (error) {
      await closeThread();
      if (error === TOO_LONG) return refuse(tooLarge.code, tooLarge.time);
      if ((error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY")
        return refuse(tooLarge.code, tooLarge.memory);
      throw error;
    } finally {
      leaving = setTimeout(closeThread, KEPT_MS).unref();
    }
  }

  return {
    async read(of) {
      const read = await line.run("read", () => onThread<Read>({ task: "read", of }, IMPORT_TOO_LARGE));
      if (!read) return refuse("unavailable", "Many files are being read right now. Try again in a moment.");
      return read.ok ? read.value : read;
    },
    async writeWorkbook(of) {
      const written = await line.run("workbook", () =>
        onThread<Uint8Array>({ task: "workbook", of }, WORKBOOK_TOO_LARGE),
      );
      return (
        written ?? refuse("unavailable", "Many files are being written right now. Try again in a moment.")
      );
    },
    close: closeThread,
  };
}

type Read = Result<ReadImport, Refusal>;

const IMPORT_TOO_LARGE: TooLarge = {
  code: "unreadable_import",
  time: "Reading this file takes too long. Import it in parts.",
  memory: "Reading this file takes too much memory. Import it in parts.",
};
const WORKBOOK_TOO_LARGE: TooLarge = {
  code: "unavailable",
  time: "Writing this workbook takes too long. Take the CSV files instead.",
  memory: "Writing this workbook takes too much memory. Take the CSV files instead.",
};
const TOO_LONG = Symbol("too long");

type Answer<T> = { done: T } | { failed: string };

function answerOf<T>(worker: Worker, task: Task): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(TOO_LONG)), TASK_MAX_MS);
    const settle = (finish: () => void) => {
      clearTimeout(late);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    const onMessage = (answer: Answer<T>) =>
      settle(() => ("done" in answer ? resolve(answer.done) : reject(new Error(answer.failed))));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`The thread of files ended with code ${code}`)));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}
