import postgres, { type TransactionSql } from "postgres";
import { type BackupHead, BadBackup } from "../../backup/format.ts";
import { readBackup } from "../../backup/read-backup.ts";
import { driverAddress } from "../connection/database-url.ts";
import { MIGRATE_LOCK } from "../migrate.ts";
import { applyMigrations, knownMigrations, type Migration, ownFunctions, ownTables } from "../migrations.ts";

/**
 * Fills a database from a backup: makes the tables as they were at its migration, fills them, and brings them up to this
 * version. All in one transaction: whatever goes wrong or dies, the database is as it was.
 */
export async function restoreTables(
  url: string,
  path: string,
  { replace, migrations = knownMigrations() }: { replace: boolean; migrations?: readonly Migration[] },
): Promise<{ head: BackupHead; rows: number }> {
  const { url: driverUrl, ...host } = driverAddress(url);
  const sql = postgres(driverUrl, { ...host, max: 1, onnotice: () => {} });
  try {
    await sql.unsafe("begin");
    const restored = await fill(sql as unknown as TransactionSql, path, replace, migrations);
    await sql.unsafe("commit");
    return restored;
  } finally {
    // Without a commit everything is undone with the connection.
    await sql.end({ timeout: 5 });
  }
}

/** Why nothing was restored, in a sentence for the operator. */
export class RestoreRefused extends Error {
  readonly code = "restore_refused";
}

async function fill(tx: TransactionSql, path: string, replace: boolean, migrations: readonly Migration[]) {
  // Nodes that start meanwhile wait for their migrations.
  await tx`select pg_advisory_xact_lock(${MIGRATE_LOCK})`;
  await checkTarget(tx, replace);
  await emptyDatabase(tx);
  let head: BackupHead | null = null;
  let level = 0;
  let rows = 0;
  let into = "";
  for await (const part of readBackup(path)) {
    switch (part.is) {
      case "head":
        head = part.head;
        level = migrations.findIndex(({ name }) => name === part.head.migration) + 1;
        if (level === 0)
          throw new BadBackup(
            `This backup was made by Ovation ${part.head.version} at migration ${part.head.migration}, which this version does not know. Restore it with a newer one.`,
          );
        await applyMigrations(tx, migrations.slice(0, level));
        continue;
      case "table":
        into = await insertInto(tx, part.table, part.columns);
        continue;
      case "rows":
        await tx.unsafe(into, [`[${part.lines.join(",")}]`]);
        rows += part.lines.length;
        continue;
      case "tableEnd":
        continue;
      default:
        part satisfies never;
    }
  }
  await applyMigrations(tx, migrations.slice(level));
  return { head: head as BackupHead, rows };
}

/** A node says every few seconds that it is there (lib/operator). */
const NODE_ALIVE_MS = 30_000;

async function checkTarget(tx: TransactionSql, replace: boolean): Promise<void> {
  if (await isTable(tx, "nodes")) {
    const [alive] = await tx`
      select count(*)::int as count from nodes
      where beat_at_ms > extract(epoch from clock_timestamp()) * 1000 - ${NODE_ALIVE_MS}::bigint`;
    if (alive?.count > 0)
      throw new RestoreRefused(
        `${alive?.count} running ${alive?.count === 1 ? "server uses" : "servers use"} this database. Stop them first.`,
      );
  }
  if (replace || !(await isTable(tx, "accounts"))) return;
  const [accounts] = await tx`select count(*)::int as count from accounts`;
  if (accounts?.count > 0)
    throw new RestoreRefused(
      "The target is not empty, and nothing was changed. Restore into an empty one, or with --replace, which deletes all that is there.",
    );
}

/** Of all that is ours. What else lies in the database stays. */
async function emptyDatabase(tx: TransactionSql): Promise<void> {
  for (const table of ownTables()) await tx.unsafe(`drop table if exists "${table}" cascade`);
  for (const name of ownFunctions()) await tx.unsafe(`drop function if exists "${name}"() cascade`);
  await tx.unsafe("drop schema if exists drizzle cascade");
}

async function isTable(tx: TransactionSql, name: string): Promise<boolean> {
  const [found] = await tx`select to_regclass(${`public.${name}`}) is not null as there`;
  return found?.there === true;
}

/** Each text is cast to what its column is; columns that the table does not have make the backup no backup. */
async function insertInto(tx: TransactionSql, table: string, columns: readonly string[]): Promise<string> {
  const rows = await tx<{ name: string; type: string }[]>`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(${`public.${table}`}) and attnum > 0 and not attisdropped`;
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  const values = columns.map((name, i) => {
    const type = types.get(name);
    if (type === undefined)
      throw new BadBackup(`This backup is damaged: it has ${table}.${name}, which never was.`);
    return `(row->>${i})::${type}`;
  });
  const names = columns.map((name) => `"${name}"`).join(", ");
  return `insert into "${table}" (${names}) select ${values.join(", ")} from json_array_elements($1::text::json) as given(row)`;
}
