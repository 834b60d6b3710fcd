import { open, rm } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGzip, type Gzip } from "node:zlib";
import postgres, { type Sql } from "postgres";
import type { BackupHead } from "../../backup/format.ts";
import { backupWriter, sendInto } from "../../backup/write-backup.ts";
import { driverAddress } from "../connection/database-url.ts";
import { transact } from "../connection/transaction.ts";
import { migrationOf } from "../migrations.ts";
import { dumpPieces, dumpTable, PIECES, tablesInOrder } from "./dump-tables.ts";

/** The head of a backup, but for what the database says of itself. */
export type OwnHead = Omit<BackupHead, "migration">;

/**
 * A backup while the game goes on: all of it as it was in one instant. Resolves when it has begun, with the stream of its
 * file; rejects with a `BackupRefused`, and a disk that is full with its own error. What fails later cuts the stream, so
 * that the file has no checksum.
 */
export type BackUp = (head: OwnHead) => Promise<Readable>;

/** The message is a sentence for the operator. */
export class BackupRefused extends Error {
  readonly code = "backup_refused";
}

/** Quick: what takes time is the network or the disk, and texts shrink to a fifth all the same. */
const COMPRESSION = { level: 3, chunkSize: 64 * 1024 };

/** On a connection of its own, in one transaction that sees one instant and keeps nobody waiting. */
export function backUpBeside(url: string): BackUp {
  return async (head) => {
    const { url: driverUrl, ...host } = driverAddress(url);
    // One connection, so that statements between `begin` and `commit` are one transaction (see transaction.ts for why not
    // the driver's own). A reader may be slow, so nothing of it has a time limit.
    const sql = postgres(driverUrl, {
      ...{ ...host, max: 1, onnotice: () => {} },
      connection: {
        application_name: "ovation backup",
        statement_timeout: 0,
        idle_in_transaction_session_timeout: 0,
      },
    });
    const close = () => sql.end({ timeout: 1 });
    try {
      await sql.unsafe("begin transaction isolation level repeatable read read only");
      const [lock] = await sql`select pg_try_advisory_xact_lock(${LOCK}) as mine`;
      if (!lock?.mine)
        throw new BackupRefused("Another backup of this database is under way. Wait until it is done.");
      const migration = await knownMigrationOf(sql);
      const gzip = createGzip(COMPRESSION);
      streamed(gzip, async () => {
        try {
          const writer = await backupWriter((bytes) => sendInto(gzip, bytes), { ...head, migration });
          for (const table of await tablesInOrder(sql)) await dumpTable(sql, table, writer);
          await writer.end();
        } finally {
          await close();
        }
      });
      return gzip;
    } catch (error) {
      await close();
      throw error;
    }
  };
}

/** "ovbk" in ASCII; see migrate.ts. */
const LOCK = 0x6f76626b;

/**
 * By the one connection of the embedded database, for which the game waits: in a transaction all tables but the pieces of
 * files go to a temporary file at the disk's pace, not the reader's; then the pieces, each by itself.
 *
 * @param spoolPath where the temporary file may lie; it has no name while it is used
 */
export function backUpWithin(client: Sql, spoolPath: string): BackUp {
  let running = false;
  return async (head) => {
    if (running) throw new BackupRefused("Another backup is under way. Wait until it is done.");
    running = true;
    const spool = await open(spoolPath, "w+", 0o600).catch((error) => {
      running = false;
      throw error;
    });
    const done = async () => {
      running = false;
      await spool.close().catch(() => {});
    };
    let spooled = 0;
    let send = async (bytes: Uint8Array) => {
      await spool.write(bytes, 0, bytes.byteLength, spooled);
      spooled += bytes.byteLength;
    };
    try {
      await rm(spoolPath, { force: true });
      const { writer, mediaIds } = await transact(client, async (tx) => {
        await spool.truncate(0);
        spooled = 0;
        const made = await backupWriter((bytes) => send(bytes), {
          ...head,
          migration: await knownMigrationOf(tx),
        });
        for (const table of await tablesInOrder(tx)) if (table !== PIECES) await dumpTable(tx, table, made);
        const media = await tx<{ id: string }[]>`select id from media where complete order by id`;
        return { writer: made, mediaIds: media.map(({ id }) => id) };
      });
      const gzip = createGzip(COMPRESSION);
      streamed(gzip, async () => {
        try {
          for await (const chunk of spool.createReadStream({ start: 0, autoClose: false }))
            await sendInto(gzip, chunk as Buffer);
          send = (bytes) => sendInto(gzip, bytes);
          await dumpPieces(client, mediaIds, writer);
          await writer.end();
        } finally {
          await done();
        }
      });
      return gzip;
    } catch (error) {
      await done();
      throw error;
    }
  };
}

/** The stream ends when the work is done, and breaks when it fails. */
function streamed(gzip: Gzip, work: () => Promise<void>): void {
  // It may fail before anybody reads; who reads then is told.
  gzip.on("error", () => {});
  work().then(
    () => gzip.end(),
    (error: Error) => gzip.destroy(error),
  );
}

async function knownMigrationOf(sql: Parameters<typeof migrationOf>[0]): Promise<string> {
  const migration = await migrationOf(sql);
  if (migration !== null) return migration;
  throw new BackupRefused("This database is none of Ovation, or one of a newer version.");
}
