import { open, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { verifyBackup } from "#lib/backup/read-backup.ts";
import type { Config } from "#lib/config/config.ts";
import { loadConfig } from "#lib/config/load.ts";
import { backUpBeside } from "#lib/postgres/backup/back-up.ts";
import { backUpStopped } from "#lib/runtime/back-up-stopped.ts";
import { backupHead } from "#lib/runtime/backup-head.ts";
import type { Asked } from "./asked.ts";
import { bytes, instant, print } from "./print.ts";
import { findServer } from "./reach.ts";
import { CtlTrouble } from "./trouble.ts";

/**
 * Writes a backup and reads it to its checksum before it gets its name, so that what has the name is whole. Postgres is
 * asked itself; the embedded database by its running server, or, where none runs, in its folder.
 */
export async function backup(asked: Asked): Promise<void> {
  const [given, ...more] = asked.rest;
  if (more.length > 0) throw new CtlTrouble("Usage: npm run ctl -- backup [FILE]");
  const path = resolve(given ?? `ovation-${new Date().toISOString().slice(0, 19).replace(/:/g, "")}.backup`);
  if (await stat(path).catch(() => null))
    throw new CtlTrouble(`${path} is there already. Give another name.`);
  const half = join(dirname(path), `.${process.pid}.backup.part`);
  try {
    await write(half, await source(asked, loadConfig()));
    const { head, rows } = await verifyBackup(half);
    await rename(half, path);
    const { size } = await stat(path);
    print(asked, { path, bytes: size, rows, atMs: head.atMs, migration: head.migration }, () =>
      [
        `${path}: ${bytes(size)}, ${rows.toLocaleString("en")} rows, as of ${instant(head.atMs)} UTC.`,
        "It holds everything, secrets too: keep it where only you can read it.",
        ...("kept" in head.secret ? [] : ["Keep the AUTH_SECRET of the servers beside it; it is not in it."]),
      ].join("\n"),
    );
  } finally {
    await rm(half, { force: true });
  }
}

async function source(asked: Asked, config: Config): Promise<Readable> {
  if (config.databaseUrl && !asked.url && !asked.key)
    return backUpBeside(config.databaseUrl)(backupHead(config, Date.now()));
  const server = findServer(asked);
  if (server) {
    const response = await server.download("/admin/backup");
    return Readable.fromWeb(response.body as never);
  }
  return backUpStopped(config);
}

async function write(path: string, from: Readable): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of from) await file.writeFile(chunk as Uint8Array);
    await file.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC") throw error;
    throw new CtlTrouble(`The backup broke off: ${(error as Error).message}. Nothing is kept of it.`);
  } finally {
    await file.close();
  }
}
