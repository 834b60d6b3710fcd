import type { Writable } from "node:stream";

/**
 * Where log lines go: to stdout, without ever waiting for its reader. What a slow reader leaves is kept up to
 * `WAITING_MAX_BYTES`; further lines are dropped and counted until half of it has been read.
 */
export interface LogOutput {
  write(line: string): void;
  /** Lines dropped so far. */
  dropped(): number;
  /** Resolves once everything has been read, or the reader has gone. */
  written(): Promise<void>;
}

/** Some ten thousand lines. */
export const WAITING_MAX_BYTES = 4 * 1024 * 1024;

export type LogStream = Pick<Writable, "write" | "writableLength" | "on">;

/** @param onResumed called once lines are written again, with how many were dropped meanwhile */
export function createLogOutput(stream: LogStream, onResumed: (dropped: number) => void): LogOutput {
  let dropped = 0;
  let told = 0;
  let full = false;
  let gone = false;
  // Each write hears of its own error; without a listener it would end the process as well.
  stream.on("error", () => {});

  function onWritten(error?: NodeJS.ErrnoException | null): void {
    if (error) {
      dropped += 1;
      // The reader has ended (`| head`), which does not end the game; a full disk may have room again.
      if (error.code === "EPIPE") gone = true;
    } else if (dropped > told && !full) {
      const untold = dropped - told;
      told = dropped;
      onResumed(untold);
    }
  }

  return {
    write(line) {
      full = stream.writableLength > (full ? WAITING_MAX_BYTES / 2 : WAITING_MAX_BYTES);
      if (gone || full) dropped += 1;
      else stream.write(line, onWritten);
    },
    dropped: () => dropped,
    written: () =>
      new Promise((resolve) => {
        if (gone) return resolve();
        stream.write("", () => resolve());
      }),
  };
}
