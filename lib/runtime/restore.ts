import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BackupHead, BadBackup } from "../backup/format.ts";
import { verifyBackup } from "../backup/read-backup.ts";
import type { Config } from "../config/config.ts";
import { restoreTables } from "../postgres/backup/restore-tables.ts";
import { claimDataDir } from "../postgres/embedded/data-dir-lock.ts";
import { startEmbeddedPostgres } from "../postgres/embedded/embedded.ts";
import { knownMigrations } from "../postgres/migrations.ts";
import { connectRedis, disconnectRedis } from "../redis/client.ts";
import { forgetBoards } from "../redis/forget-boards.ts";
import { fingerprintOf } from "./backup-head.ts";

export interface Restored {
  head: BackupHead;
  rows: number;
  /** What the operator still has to know, in sentences. */
  notes: string[];
}

type Target = Pick<Config, "databaseUrl" | "dataDir" | "redis" | "authSecret">;

/**
 * Puts a backup where this configuration keeps its data. The file is read to its checksum before anything is touched, and
 * the database is filled in one transaction. Throws `BadBackup` and `RestoreRefused` with a sentence.
 */
export async function restoreBackup(
  config: Target,
  path: string,
  options: { replace: boolean },
): Promise<Restored> {
  const { head } = await verifyBackup(path);
  if (!knownMigrations().some(({ name }) => name === head.migration))
    throw new BadBackup(
      `This backup was made by Ovation ${head.version}, which is newer than this one. Restore it with that version or a newer one.`,
    );
  const { rows } = config.databaseUrl
    ? await restoreTables(config.databaseUrl, path, options)
    : await intoEmbedded(config.dataDir, path, options);
  const notes = keepSecret(config, head, options.replace);
  if (config.redis)
    await forgetAllBoards(config.redis).catch(() =>
      notes.push("Redis could not be reached. Empty it before you start: its boards may be of another day."),
    );
  return { head, rows, notes };
}

async function intoEmbedded(dataDir: string, path: string, options: { replace: boolean }) {
  const lock = await claimDataDir(dataDir);
  try {
    const embedded = await startEmbeddedPostgres({ dataDir });
    try {
      return await restoreTables(embedded.url, path, options);
    } finally {
      await embedded.stop();
    }
  } finally {
    lock.release();
  }
}

/** With another secret the tokens of players and screens say nothing. */
function keepSecret({ authSecret, dataDir }: Target, { secret }: BackupHead, replace: boolean): string[] {
  const path = join(dataDir, "secret");
  if (authSecret !== null) {
    const fingerprint = "kept" in secret ? fingerprintOf(secret.kept) : secret.fingerprint;
    return fingerprint === fingerprintOf(authSecret) ? [] : [OTHER_SECRET];
  }
  if ("fingerprint" in secret)
    return [`Start with the AUTH_SECRET that the backup was made with. ${WITHOUT_IT}`];
  if (existsSync(path) && !replace && readFileSync(path, "utf8").trim() !== secret.kept)
    return [`${path} holds another secret than the backup. ${WITHOUT_IT}`];
  mkdirSync(dataDir, { recursive: true });
  rmSync(path, { force: true });
  writeFileSync(path, `${secret.kept}\n`, { mode: 0o600 });
  return [];
}

const WITHOUT_IT =
  "With another one, players have to join again, known devices are forgotten, and webhooks have new secrets.";
const OTHER_SECRET = `AUTH_SECRET is another one than that of the backup. ${WITHOUT_IT}`;

async function forgetAllBoards(target: NonNullable<Config["redis"]>): Promise<void> {
  const redis = await connectRedis(
    "url" in target ? target : { cluster: target.cluster.map(({ host, port }) => `${host}:${port}`) },
    {},
  );
  try {
    await forgetBoards(redis);
  } finally {
    await disconnectRedis(redis);
  }
}
