import { createHash } from "node:crypto";
import { once } from "node:events";
import type { Writable } from "node:stream";
import type { BackupHead, TableLine } from "./format.ts";

/** Writes the lines of a backup, as fast as they are taken. */
export interface BackupWriter {
  table(line: TableLine): Promise<void>;
  /** Each is one line of JSON. */
  rows(rows: readonly string[]): Promise<void>;
  endTable(): Promise<void>;
  /** The checksum of all that was written. Without it the backup is not whole. */
  end(): Promise<void>;
}

export async function backupWriter(
  send: (bytes: Uint8Array) => Promise<void>,
  head: BackupHead,
): Promise<BackupWriter> {
  const hash = createHash("sha256");
  let ofTable = 0;

  async function write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    await send(bytes);
  }

  await write(line(head));
  return {
    table: (table) => {
      ofTable = 0;
      return write(line(table));
    },
    rows(rows) {
      ofTable += rows.length;
      return write(`${rows.join("\n")}\n`);
    },
    endTable: () => write(line({ rows: ofTable })),
    end: () => send(Buffer.from(line({ end: true, sha256: hash.digest("hex") }))),
  };
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** Into a stream; waits while it is full, and rejects once nobody takes it any more. */
export async function sendInto(to: Writable, bytes: Uint8Array): Promise<void> {
  if (to.destroyed) throw to.errored ?? new Error("nobody takes the backup any more");
  if (to.write(bytes)) return;
  const closed = new AbortController();
  const onClose = () => closed.abort();
  to.once("close", onClose);
  try {
    await once(to, "drain", { signal: closed.signal });
  } catch (error) {
    throw to.errored ?? error;
  } finally {
    to.removeListener("close", onClose);
  }
}
