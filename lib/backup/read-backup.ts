import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { type BackupHead, BadBackup, FORMAT } from "./format.ts";

/** What stands in a backup, line by line; rows stay the text they are. */
export type BackupPart =
  | { is: "head"; head: BackupHead }
  | { is: "table"; table: string; columns: string[] }
  /** JSON arrays, one for each row. */
  | { is: "rows"; lines: string[] }
  | { is: "tableEnd" };

const headSchema = z.looseObject({
  ovation: z.literal("backup"),
  format: z.int(),
  version: z.string(),
  migration: z.string(),
  atMs: z.int(),
  secret: z.union([z.object({ kept: z.string() }), z.object({ fingerprint: z.string() })]),
});
const tableSchema = z.object({
  table: z.string().regex(/^\w+$/),
  columns: z.array(z.string().regex(/^\w+$/)).min(1),
});
const tableEndSchema = z.object({ rows: z.int() });
const endSchema = z.object({ end: z.literal(true), sha256: z.string() });

/** Rows are passed on when there is this much of them. */
const BATCH_BYTES = 1024 * 1024;

/**
 * Reads a backup from its first line to its checksum, in little memory. Throws a `BadBackup` with what is wrong: no
 * backup at all, one of a newer format, cut short, or damaged. What came before is then not to be believed either.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256");
  let head: BackupHead | null = null;
  let table: { rows: number } | null = null;
  let ended = false;
  let batch: string[] = [];
  let batchBytes = 0;

  for await (const line of linesOf(path)) {
    if (ended) throw damaged("something stands after its end");
    if (head === null) {
      head = headOf(line);
      hash.update(line).update("\n");
      yield { is: "head", head };
      continue;
    }
    if (line[0] === 0x5b) {
      if (!table) throw damaged("a row stands outside of a table");
      hash.update(line).update("\n");
      table.rows += 1;
      batch.push(line.toString());
      batchBytes += line.length;
      if (batchBytes < BATCH_BYTES) continue;
      yield { is: "rows", lines: batch };
      batch = [];
      batchBytes = 0;
      continue;
    }
    const said = parsed(line);
    const end = endSchema.safeParse(said);
    if (end.success) {
      if (table) throw damaged("a table has no end");
      if (hash.digest("hex") !== end.data.sha256) throw damaged("its checksum does not fit");
      ended = true;
      continue;
    }
    hash.update(line).update("\n");
    const begins = tableSchema.safeParse(said);
    if (begins.success && !table) {
      table = { rows: 0 };
      yield { is: "table", ...begins.data };
      continue;
    }
    const over = tableEndSchema.safeParse(said);
    if (!over.success || over.data.rows !== table?.rows) throw damaged("rows are missing or too many");
    if (batch.length > 0) yield { is: "rows", lines: batch };
    [batch, batchBytes, table] = [[], 0, null];
    yield { is: "tableEnd" };
  }
  if (head === null) throw new BadBackup("This file is empty.");
  if (!ended) throw damaged("it is cut short");
}

/** Reads all of it for its checksum alone, and tells its head. */
export async function verifyBackup(path: string): Promise<{ head: BackupHead; rows: number }> {
  let head: BackupHead | null = null;
  let rows = 0;
  for await (const part of readBackup(path)) {
    if (part.is === "head") head = part.head;
    if (part.is === "rows") rows += part.lines.length;
  }
  return { head: head as BackupHead, rows };
}

function headOf(line: Buffer): BackupHead {
  const read = headSchema.safeParse(parsed(line));
  if (!read.success) throw new BadBackup("This file is no backup of Ovation.");
  if (read.data.format > FORMAT)
    throw new BadBackup(
      `This backup was made by Ovation ${read.data.version}, which is newer than this one. Restore it with that version or a newer one.`,
    );
  return read.data;
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return null;
  }
}

function damaged(how: string): BadBackup {
  return new BadBackup(`This backup is damaged: ${how}. Take another one.`);
}

/** A row has a quiz or a piece of a film; what is longer is no backup. */
const LINE_MAX = 256 * 1024 * 1024;

async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), gunzip, () => {});
  let rest: Buffer[] = [];
  let held = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
        const piece = chunk.subarray(from, at);
        yield rest.length > 0 ? Buffer.concat([...rest, piece]) : piece;
        [rest, held, from] = [[], 0, at + 1];
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
      held += chunk.length - from;
      if (held > LINE_MAX) throw damaged("a line has no end");
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") throw damaged("it is cut short");
    if (code === "Z_DATA_ERROR" && held === 0 && rest.length === 0)
      throw new BadBackup("This file is no backup of Ovation, or it is damaged.");
    if (code?.startsWith("Z_")) throw damaged("it cannot be unpacked");
    throw error;
  }
  if (held > 0) throw damaged("it is cut short");
}
